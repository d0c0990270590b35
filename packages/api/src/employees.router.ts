import { router } from "./trpc";

export const employeesRouter = router({});
