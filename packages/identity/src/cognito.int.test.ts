import { randomUUID } from "node:crypto";
import { AdminGetUserCommand, CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { readEnvironment } from "@erp/local-stack/portal";
import { beforeAll, describe, expect, it } from "vitest";
import { openCognito } from "./cognito";
import type { IdentityProvider, SignInOutcome } from "./provider";

const PASSWORD = "Hanbit!2026";
const NEW_PASSWORD = "Daeboreum!2027";

let identity: IdentityProvider;
let mailOutbox: string;

beforeAll(async () => {
  const environment = await readEnvironment("test");
  mailOutbox = environment.MAIL_OUTBOX_URL;
  identity = await openCognito(environment);
});

describe("signing up", () => {
  it("registers, mails a code, confirms, signs in", async () => {
    const email = await signedUp();
    expect(await identity.signIn(email, PASSWORD)).toMatchObject({ ok: false, code: "identity.not-confirmed" });
    expect(await identity.confirmSignUp(email, await lastCode(email))).toEqual({ ok: true });
    const { identity: who, tokens } = admitted(await identity.signIn(email, PASSWORD));
    expect(who).toMatchObject({ email, name: "김하늘" });
    expect(who.subject).toMatch(/^[0-9a-f-]{36}$/);
    expect(tokens.expiresAt.getTime()).toBeGreaterThan(Date.now() + 50 * 60_000);
  });

  it.each(["short1!", "alllower1!", "ALLUPPER1!", "NoDigits!!", "NoSymbol11"])(
    "E8: refuses the weak password %s",
    async (password) => {
      const outcome = await identity.signUp({ email: newEmail(), password, name: "김하늘" });
      expect(outcome).toMatchObject({ ok: false, code: "identity.weak-password" });
    },
  );

  it("refuses an address whose owner has confirmed it", async () => {
    const email = await confirmed();
    const outcome = await identity.signUp({ email, password: NEW_PASSWORD, name: "다른 사람" });
    expect(outcome).toMatchObject({ ok: false, code: "identity.email-taken" });
    expect(await identity.signIn(email, PASSWORD)).toMatchObject({ ok: true });
  });

  it("lets a newer sign-up replace one that nobody confirmed, password and all", async () => {
    const email = await signedUp();
    const firstCode = await lastCode(email);
    const firstSubject = await identity.subjectToConfirm(email);
    expect(await identity.signUp({ email, password: NEW_PASSWORD, name: "진짜 주인" })).toMatchObject({ ok: true });
    expect(await identity.confirmSignUp(email, firstCode)).toMatchObject({ ok: false, code: "identity.invalid-code" });
    expect(await identity.confirmSignUp(email, await lastCode(email))).toEqual({ ok: true });
    expect(await identity.signIn(email, PASSWORD)).toMatchObject({ ok: false, code: "identity.invalid-credentials" });
    expect(await identity.subjectToConfirm(email)).toBeNull();
    expect(firstSubject).toMatch(/^[0-9a-f-]{36}$/);
    expect(admitted(await identity.signIn(email, NEW_PASSWORD)).identity.name).toBe("진짜 주인");
  });

  it("refuses a wrong code, also for an address that nobody has", async () => {
    const email = await signedUp();
    const wrong = (await lastCode(email)) === "111111" ? "222222" : "111111";
    expect(await identity.confirmSignUp(email, wrong)).toMatchObject({ ok: false, code: "identity.invalid-code" });
    expect(await identity.confirmSignUp(newEmail(), wrong)).toMatchObject({ ok: false, code: "identity.invalid-code" });
  });

  it("mails a new code, and answers the same for an address that nobody has", async () => {
    const email = await signedUp();
    expect(await identity.resendCode(email)).toEqual({ ok: true });
    expect(await identity.confirmSignUp(email, await lastCode(email))).toEqual({ ok: true });
    expect(await identity.resendCode(email)).toEqual({ ok: true });
    expect(await identity.resendCode(newEmail())).toEqual({ ok: true });
  });
});

describe("signing in", () => {
  it("E8: answers a wrong password and an unknown address the same", async () => {
    const wrong = await identity.signIn(await confirmed(), "Wrong!2026");
    expect(wrong).toMatchObject({ ok: false, code: "identity.invalid-credentials" });
    expect(await identity.signIn(newEmail(), PASSWORD)).toEqual(wrong);
  });

  it("E14: keeps disabled people out until they are enabled", async () => {
    const email = await confirmed();
    await identity.disable(email);
    await identity.disable(email);
    expect(await identity.signIn(email, PASSWORD)).toMatchObject({ ok: false, code: "identity.disabled" });
    await identity.enable(email);
    expect(await identity.signIn(email, PASSWORD)).toMatchObject({ ok: true });
  });

  it("disabling an address that nobody has is already done", async () => {
    await expect(identity.disable(newEmail())).resolves.toBeUndefined();
  });

  it("renews tokens until the refresh token is revoked", async () => {
    const { tokens } = admitted(await identity.signIn(await confirmed(), PASSWORD));
    const renewed = await identity.refresh(tokens.refreshToken);
    expect(renewed?.accessToken).toBeTruthy();
    expect(renewed?.refreshToken).toBe(tokens.refreshToken);
    await identity.revoke(tokens.refreshToken);
    await identity.revoke(tokens.refreshToken);
    expect(await identity.refresh(tokens.refreshToken)).toBeNull();
  });
});

describe("a forgotten password", () => {
  it("E10: is replaced with the mailed code", async () => {
    const email = await confirmed();
    expect(await identity.requestPasswordReset(email)).toEqual({ ok: true });
    const code = await lastCode(email);
    expect(await identity.resetPassword(email, code, "weak")).toMatchObject({
      ok: false,
      code: "identity.weak-password",
    });
    expect(await identity.resetPassword(email, code, NEW_PASSWORD)).toEqual({ ok: true });
    expect(await identity.resetPassword(email, code, PASSWORD)).toMatchObject({
      ok: false,
      code: "identity.invalid-code",
    });
    expect(await identity.signIn(email, PASSWORD)).toMatchObject({ ok: false });
    expect(await identity.signIn(email, NEW_PASSWORD)).toMatchObject({ ok: true });
  });

  it("answers the same for an address that nobody has", async () => {
    expect(await identity.requestPasswordReset(newEmail())).toEqual({ ok: true });
    expect(await identity.resetPassword(newEmail(), "123456", NEW_PASSWORD)).toMatchObject({
      ok: false,
      code: "identity.invalid-code",
    });
  });
});

describe("an invited person", () => {
  it("signs in with the mailed password, chooses a new one, and can stay signed in", async () => {
    const email = newEmail();
    const { subject } = await identity.invite({ email, name: "이초대" });
    const outcome = await identity.signIn(email, await lastCode(email));
    if (!outcome.ok || outcome.next !== "NEW_PASSWORD_REQUIRED") throw new Error(JSON.stringify(outcome));
    expect(await identity.answerNewPassword(outcome.challenge, "weak")).toMatchObject({
      ok: false,
      code: "identity.weak-password",
    });
    const { identity: who, tokens } = admitted(await identity.answerNewPassword(outcome.challenge, NEW_PASSWORD));
    expect(who).toEqual({ subject, email, name: "이초대" });
    expect(await identity.refresh(tokens.refreshToken)).not.toBeNull();
  });

  it("E8: learns nothing from a wrong temporary password", async () => {
    const email = newEmail();
    await identity.invite({ email, name: "이초대" });
    expect(await identity.signIn(email, "Wrong!2026")).toMatchObject({
      ok: false,
      code: "identity.invalid-credentials",
    });
  });

  it("is invited once, and takes over an unconfirmed sign-up", async () => {
    const email = await signedUp();
    const { subject } = await identity.invite({ email, name: "이초대" });
    expect(await identity.invite({ email, name: "이초대" })).toEqual({ subject });
    expect(await identity.signIn(email, PASSWORD)).toMatchObject({ ok: false });
  });

  it("gets department and position mirrored", async () => {
    const email = newEmail();
    await identity.createWithPassword({ email, name: "이전 이름", password: PASSWORD });
    await identity.mirrorAttributes(email, { name: "새 이름", department: "SALES", position: "DAERI" });
    expect(await storedAttributes(email)).toMatchObject({
      name: "새 이름",
      "custom:department": "SALES",
      "custom:position": "DAERI",
    });
    expect(admitted(await identity.signIn(email, PASSWORD)).identity.name).toBe("새 이름");
  });
});

it("throws when the service is away, instead of refusing the person", async () => {
  const environment = await readEnvironment("test");
  await expect(openCognito({ ...environment, COGNITO_ENDPOINT: "http://127.0.0.1:9" })).rejects.toThrow();
});

function newEmail(): string {
  return `${randomUUID()}@hanbit.example`;
}

async function signedUp(): Promise<string> {
  const email = newEmail();
  expect(await identity.signUp({ email, password: PASSWORD, name: "김하늘" })).toMatchObject({ ok: true });
  return email;
}

async function confirmed(): Promise<string> {
  const email = await signedUp();
  expect(await identity.confirmSignUp(email, await lastCode(email))).toEqual({ ok: true });
  return email;
}

async function lastCode(email: string): Promise<string> {
  const response = await fetch(`${mailOutbox}/api/mails?to=${encodeURIComponent(email)}`);
  const [newest] = (await response.json()) as { code: string }[];
  if (newest === undefined) throw new Error(`no mail to ${email}`);
  return newest.code;
}

async function storedAttributes(email: string) {
  const environment = await readEnvironment("test");
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const client = new CognitoIdentityProviderClient({
    region: environment.AWS_REGION,
    endpoint: environment.COGNITO_ENDPOINT,
    credentials,
  });
  const { UserAttributes } = await client.send(
    new AdminGetUserCommand({ UserPoolId: environment.COGNITO_USER_POOL_ID, Username: email }),
  );
  return Object.fromEntries(UserAttributes?.map(({ Name, Value }) => [Name, Value]) ?? []);
}

function admitted(outcome: SignInOutcome) {
  if (!outcome.ok || outcome.next !== "SIGNED_IN") throw new Error(`not signed in: ${JSON.stringify(outcome)}`);
  return outcome;
}
