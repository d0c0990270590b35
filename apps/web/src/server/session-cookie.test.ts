import { encode } from "next-auth/jwt";
import { describe, expect, it } from "vitest";
import { createSessionIdReader, sessionTokenIn } from "./session-cookie";

const secret = "a-secret-that-is-long-enough-for-a-test";

describe("the session cookie", () => {
  it("is read once and then remembered", async () => {
    const token = await encode({ token: { sub: "session-1" }, secret, maxAge: 60 });
    const read = createSessionIdReader(secret);
    expect(await read(token)).toBe("session-1");
    expect(await read(token)).toBe("session-1");
  });

  it("E9: opens nothing when it was made with another secret, changed, or has run out", async () => {
    const read = createSessionIdReader(secret);
    const foreign = await encode({
      token: { sub: "session-1" },
      secret: "another-secret-of-somebody-else",
      maxAge: 60,
    });
    const own = await encode({ token: { sub: "session-1" }, secret, maxAge: 60 });
    const old = await encode({ token: { sub: "session-1" }, secret, maxAge: -60 });
    expect(await read(foreign)).toBeNull();
    expect(await read(`${own.slice(0, -4)}AAAA`)).toBeNull();
    expect(await read(old)).toBeNull();
    expect(await read("nonsense")).toBeNull();
    expect(await read(null)).toBeNull();
  });

  it("is told apart from cookies with a similar name, and has its prefix over https", () => {
    const header = "not-erp-session=1; erp-session=2; __Host-erp-session=3";
    expect(sessionTokenIn(header, "http://localhost:3000")).toBe("2");
    expect(sessionTokenIn(header, "https://portal.example")).toBe("3");
    expect(sessionTokenIn(undefined, "https://portal.example")).toBeNull();
  });

  it("does no harm when it is garbled", async () => {
    const token = sessionTokenIn("erp-session=%E0%A4%A", "http://localhost:3000");
    expect(await createSessionIdReader(secret)(token)).toBeNull();
  });
});
