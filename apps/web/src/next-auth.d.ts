import type { Role } from "@erp/contracts/roles";

declare module "next-auth" {
  interface User {
    role: Role;
  }
}
