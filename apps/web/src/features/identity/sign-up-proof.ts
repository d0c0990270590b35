/** In this tab only, and never in an address, where others could read it. */
const KEY = "sign-up-proof";

/** Keeps what the confirmation of the sign-up needs beside the mailed code. */
export function keepSignUpProof(email: string, proof: string): void {
  sessionStorage.setItem(KEY, JSON.stringify({ email, proof }));
}

/** Empty where another address, or nobody, was signed up in this tab. */
export function signUpProofOf(email: string): string {
  const kept: { email: string; proof: string } | null = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
  return kept?.email === email ? kept.proof : "";
}

export function forgetSignUpProof(): void {
  sessionStorage.removeItem(KEY);
}
