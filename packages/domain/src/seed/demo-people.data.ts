import type { Position, Role } from "@erp/contracts/roles";

export type DemoDepartment = { code: string; nameKo: string; nameEn: string; parent: string | null };

export const demoDepartments: readonly DemoDepartment[] = [
  { code: "HEAD_OFFICE", nameKo: "본사", nameEn: "Head office", parent: null },
  { code: "DEVELOPMENT", nameKo: "개발팀", nameEn: "Development", parent: "HEAD_OFFICE" },
  { code: "SALES", nameKo: "영업팀", nameEn: "Sales", parent: "HEAD_OFFICE" },
  { code: "HR", nameKo: "인사팀", nameEn: "Human resources", parent: "HEAD_OFFICE" },
  { code: "FINANCE", nameKo: "재무팀", nameEn: "Finance", parent: "HEAD_OFFICE" },
];

/** One of the invented people of Hanbit: `login` is the address before the @, `manager` another's login. */
export type DemoProfile = {
  login: string;
  name: string;
  department: string;
  position: Position;
  role: Role;
  manager: string | null;
  /** Hired so many months before today: from this month to twelve years ago. */
  monthsAgo: number;
};

function person(
  login: string,
  name: string,
  department: string,
  position: Position,
  monthsAgo: number,
  manager: string | null,
  role: Role = "STAFF",
): DemoProfile {
  return { login, name, department, position, monthsAgo, manager, role };
}

/** Managers stand before their people. */
export const demoProfiles: readonly DemoProfile[] = [
  person("taeyoon.jung", "정태윤", "HEAD_OFFICE", "BUJANG", 144, null, "MANAGER"),
  person("yewon.nam", "남예원", "HEAD_OFFICE", "DAERI", 40, "taeyoon.jung"),

  person("sungho.park", "박성호", "DEVELOPMENT", "BUJANG", 128, "taeyoon.jung", "MANAGER"),
  person("jihye.lim", "임지혜", "DEVELOPMENT", "CHAJANG", 101, "sungho.park"),
  person("donghyun.oh", "오동현", "DEVELOPMENT", "GWAJANG", 84, "jihye.lim"),
  person("soyeon.kang", "강소연", "DEVELOPMENT", "GWAJANG", 77, "jihye.lim"),
  person("minsu.kim", "김민수", "DEVELOPMENT", "DAERI", 52, "donghyun.oh"),
  person("hana.seo", "서하나", "DEVELOPMENT", "DAERI", 47, "donghyun.oh"),
  person("woojin.choi", "최우진", "DEVELOPMENT", "DAERI", 38, "soyeon.kang"),
  person("haneul.kim", "김하늘", "DEVELOPMENT", "SAWON", 20, "donghyun.oh"),
  person("yuna.bae", "배유나", "DEVELOPMENT", "SAWON", 14, "soyeon.kang"),
  person("junho.yang", "양준호", "DEVELOPMENT", "SAWON", 9, "soyeon.kang"),
  person("sumin.moon", "문수민", "DEVELOPMENT", "SAWON", 3, "donghyun.oh"),
  person("doyun.heo", "허도윤", "DEVELOPMENT", "SAWON", 0, "soyeon.kang"),

  person("kyunghee.lee", "이경희", "SALES", "BUJANG", 119, "taeyoon.jung", "MANAGER"),
  person("sangwoo.jang", "장상우", "SALES", "CHAJANG", 96, "kyunghee.lee"),
  person("minji.hong", "홍민지", "SALES", "GWAJANG", 68, "sangwoo.jang"),
  person("jaewon.shin", "신재원", "SALES", "DAERI", 44, "minji.hong"),
  person("eunbi.kwon", "권은비", "SALES", "DAERI", 31, "minji.hong"),
  person("seojun.lee", "이서준", "SALES", "SAWON", 17, "minji.hong"),
  person("chaewon.yoo", "유채원", "SALES", "SAWON", 11, "minji.hong"),
  person("hyunwoo.noh", "노현우", "SALES", "SAWON", 1, "minji.hong"),

  person("jimin.han", "한지민", "HR", "BUJANG", 110, "taeyoon.jung", "HR_ADMIN"),
  person("dahye.song", "송다혜", "HR", "GWAJANG", 63, "jimin.han", "HR_ADMIN"),
  person("minho.ahn", "안민호", "HR", "DAERI", 35, "dahye.song"),
  person("arin.jo", "조아린", "HR", "SAWON", 6, "dahye.song"),

  person("youngsoo.yoon", "윤영수", "FINANCE", "BUJANG", 133, "taeyoon.jung", "MANAGER"),
  person("mirae.baek", "백미래", "FINANCE", "GWAJANG", 72, "youngsoo.yoon"),
  person("gunwoo.ryu", "류건우", "FINANCE", "DAERI", 29, "mirae.baek"),
  person("sohee.cha", "차소희", "FINANCE", "SAWON", 8, "mirae.baek"),
];

/** Who has a tile on the demo's sign-in page: 사원, 부장, 인사 first, then those a document goes on to. */
export const demoTiles: readonly string[] = [
  "haneul.kim",
  "sungho.park",
  "jimin.han",
  "donghyun.oh",
  "youngsoo.yoon",
  "taeyoon.jung",
];
