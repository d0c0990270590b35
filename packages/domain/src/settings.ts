/** What a deployment decides and the domain must know; read from the environment once, by `openRuntime`. */
export type Settings = {
  /** Whose addresses may sign up by themselves; nobody's when empty. */
  signUpEmailDomains: readonly string[];
  /** Whether the one-click sign-in of the demo company is offered; see `identity.demo.queries.ts`. */
  isDemoCompany: boolean;
};
