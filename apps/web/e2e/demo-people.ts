import { type BrowserContext, request } from "playwright-core";
import { env } from "./env";

/** Those of the demo company that the tests sign in as; the seed knows them by the same logins. */
export const demoPeople = {
  "haneul.kim": { name: "김하늘", rank: "사원", department: "개발팀" },
  "donghyun.oh": { name: "오동현", rank: "과장", department: "개발팀" },
  "sungho.park": { name: "박성호", rank: "부장", department: "개발팀" },
  "youngsoo.yoon": { name: "윤영수", rank: "부장", department: "재무팀" },
  "taeyoon.jung": { name: "정태윤", rank: "부장", department: "본사" },
  "sumin.moon": { name: "문수민", rank: "사원", department: "개발팀" },
  "doyun.heo": { name: "허도윤", rank: "사원", department: "개발팀" },
  "hana.seo": { name: "서하나", rank: "대리", department: "개발팀" },
  "minsu.kim": { name: "김민수", rank: "대리", department: "개발팀" },
  "arin.jo": { name: "조아린", rank: "사원", department: "인사팀" },
  "jimin.han": { name: "한지민", rank: "부장", department: "인사팀" },
} as const;

export type DemoPerson = keyof typeof demoPeople;

export function emailOf(login: string): string {
  return `${login}@hanbit.example`;
}

type State = Awaited<ReturnType<BrowserContext["storageState"]>>;
const signedIn = new Map<DemoPerson, Promise<State>>();

/** Cookies of somebody signed in; the sign-in itself happens once a file. A test that signs out makes its own. */
export function signInAs(person: DemoPerson): Promise<State> {
  const state = signedIn.get(person) ?? signInOnce(person);
  signedIn.set(person, state);
  return state;
}

/** The requests of the sign-in page, without the page, which has tests of its own. */
async function signInOnce(person: DemoPerson): Promise<State> {
  const { PUBLIC_URL, DEMO_PASSWORD } = env;
  const visitor = await request.newContext({ baseURL: PUBLIC_URL, extraHTTPHeaders: { origin: PUBLIC_URL } });
  try {
    const input = { email: emailOf(person), password: DEMO_PASSWORD };
    const answer = await visitor.post("/api/trpc/identity.signIn", { data: input, failOnStatusCode: true });
    const { ticket } = (await answer.json()).result.data;
    const { csrfToken } = await (await visitor.get("/api/auth/csrf")).json();
    const form = { csrfToken, ticket, json: "true" };
    await visitor.post("/api/auth/callback/ticket", { form, failOnStatusCode: true });
    return await visitor.storageState();
  } finally {
    await visitor.dispose();
  }
}
