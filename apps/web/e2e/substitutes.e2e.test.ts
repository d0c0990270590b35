import { expectAccessible } from "./accessibility";
import { InboxPage } from "./pages/inbox-page";
import { SubstitutesCard } from "./pages/substitutes-card";
import { it } from "./portal-test";
import { newTitle, submitExpense } from "./write-documents";

it("대결: a substitute finds the document live, decides it under both names, until the approver ends it", async ({
  open,
}) => {
  const [title, later] = [newTitle("출장 중에 온 문서"), newTitle("돌아온 뒤의 문서")];
  const requester = await open("/", { as: "haneul.kim" });
  const inbox = new InboxPage(await open("/approvals/waiting", { as: "minsu.kim" }));
  await inbox.boxes.waitFor();
  const settings = new SubstitutesCard(await open("/settings", { as: "donghyun.oh" }));
  await settings.name("김민수", "부산 출장");
  await settings.row("김민수").getByText("대결 중").waitFor();

  const { id } = await submitExpense(requester, title, ["donghyun.oh", "sungho.park"]);
  await submitExpense(requester, later, ["donghyun.oh"]);
  await inbox.row(later).waitFor();
  await inbox.row(title).getByText("오동현 과장님 대신").waitFor();
  await inbox.open(title);
  await expectAccessible(inbox.page);
  await inbox.approve.click();
  await inbox.row(title).waitFor({ state: "hidden" });

  await settings.end("김민수");
  await settings.row("김민수").getByRole("button").waitFor({ state: "hidden" });
  await inbox.row(later).waitFor({ state: "hidden" });

  await inbox.page.goto(`/approvals/${id}`);
  await inbox.entry("김민수 대리님이 승인했어요 (오동현 과장님 대결)").waitFor();
  await inbox.seal("오동현").getByText("김민수 승인, 오동현 대결").waitFor({ state: "attached" });
});
