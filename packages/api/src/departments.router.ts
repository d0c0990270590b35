import { router } from "./trpc";

export const departmentsRouter = router({});
