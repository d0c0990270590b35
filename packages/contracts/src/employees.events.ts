import { z } from "zod";
import { departmentId, employeeId } from "./ids";

const topic = "erp.employees.v1";

export const employeeEvents = {
  /** Somebody signed up and signed in for the first time. */
  "employee.joined": { topic, data: z.object({ employeeId }) },
  /** HR entered somebody, who is now to get an account and a mail. */
  "employee.invited": { topic, data: z.object({ employeeId }) },
  /** The first mail ran out or was lost: a new one is wanted. */
  "employee.invitation-resent": { topic, data: z.object({ employeeId }) },
  /** Profile, post or role; `changed` names the fields. Cognito's attributes and the sessions follow. */
  "employee.edited": { topic, data: z.object({ employeeId, changed: z.array(z.string()) }) },
  /** `successorId`: who decides in the leaver's place from now on, where HR has named somebody. */
  "employee.deactivated": { topic, data: z.object({ employeeId, successorId: employeeId.nullable().default(null) }) },
  /** Their sessions from before end. */
  "employee.password-reset": { topic, data: z.object({ employeeId }) },
  "employee.reactivated": { topic, data: z.object({ employeeId }) },
  "department.created": { topic, data: z.object({ departmentId }) },
  "department.edited": { topic, data: z.object({ departmentId }) },
} as const;
