/** What `tls` in the address of a MySQL server may say. */
type Tls = { ssl?: { rejectUnauthorized: true; verifyIdentity: true } };

/**
 * `?tls=verify` encrypts, and checks the server's certificate and name against Node's authorities and those of
 * NODE_EXTRA_CA_CERTS. Without it the connection is plain. Throws on any other word: a typing error must not turn it off.
 */
export function tlsOf(url: string): Tls {
  const wanted = new URL(url).searchParams.get("tls");
  if (wanted === null) return {};
  if (wanted !== "verify") throw new Error(`tls=${wanted} in MySQL's address is not known; only "verify" is`);
  return { ssl: { rejectUnauthorized: true, verifyIdentity: true } };
}
