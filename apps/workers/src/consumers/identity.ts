import {
  onEmployeeDeactivated,
  onEmployeeEdited,
  onEmployeeInvited,
  onEmployeeJoined,
  onEmployeeReactivated,
  onInvitationResent,
  onPasswordReset,
} from "@erp/domain/employees/employees.reactions";
import { defineConsumer } from "../define-consumer";

/** Lets Cognito and the sessions follow what HR changed. */
export const identityConsumer = defineConsumer({
  group: "identity",
  on: {
    "employee.joined": onEmployeeJoined,
    "employee.invited": onEmployeeInvited,
    "employee.invitation-resent": onInvitationResent,
    "employee.edited": onEmployeeEdited,
    "employee.deactivated": onEmployeeDeactivated,
    "employee.password-reset": onPasswordReset,
    "employee.reactivated": onEmployeeReactivated,
  },
});
