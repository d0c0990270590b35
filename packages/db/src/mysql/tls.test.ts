import { describe, expect, it } from "vitest";
import { tlsOf } from "./tls";

const address = "mysql://erp_app@db.example:3306/erp";

describe("TLS to MySQL", () => {
  it("is off where the address says nothing", () => expect(tlsOf(address)).toEqual({}));

  it("checks certificate and name", () => {
    expect(tlsOf(`${address}?tls=verify`)).toEqual({ ssl: { rejectUnauthorized: true, verifyIdentity: true } });
  });

  it("is never off by mistake", () => expect(() => tlsOf(`${address}?tls=of`)).toThrow("tls=of"));
});
