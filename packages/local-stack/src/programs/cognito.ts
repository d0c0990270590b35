/**
 * cognito-local, with three things changed that a product needs: its messages go to the mail outbox instead of the console,
 * ResendConfirmationCode, which it lacks, is there, and an invited person's temporary password is checked. The package's version is pinned exactly, so its inner modules can be relied on.
 */
import { randomUUID } from "node:crypto";
import { createRequire } from "node:module";
import { appendMail, composeMail } from "../mails";

const require = createRequire(import.meta.url);
const mailFile = process.env.MAIL_FILE ?? "mails.jsonl";

interface Delivery {
  Destination: string;
}

const { MessagesService } = require("cognito-local/lib/services/messages.js");
MessagesService.prototype.deliver = async (
  _context: unknown,
  occasion: string,
  _clientId: unknown,
  _poolId: unknown,
  _user: unknown,
  code: string,
  _metadata: unknown,
  delivery: Delivery,
) => {
  const mail = composeMail(occasion, delivery.Destination, code);
  appendMail(mailFile, { id: randomUUID(), at: new Date().toISOString(), ...mail });
};

const { Targets } = require("cognito-local/lib/targets/targets.js");
const { UserNotFoundError, InvalidParameterError } = require("cognito-local/lib/errors.js");
const { attributeValue } = require("cognito-local/lib/services/userPoolService.js");

// biome-ignore lint/suspicious/noExplicitAny: the inner modules of cognito-local have no types for this
Targets.ResendConfirmationCode = (services: any) => async (context: any, request: any) => {
  const pool = await services.cognito.getUserPoolForClientId(context, request.ClientId);
  const user = await pool.getUserByUsername(context, request.Username);
  if (!user) throw new UserNotFoundError();
  if (user.UserStatus !== "UNCONFIRMED") throw new InvalidParameterError("User is already confirmed.");
  const code = services.otp();
  await pool.saveUser(context, { ...user, ConfirmationCode: code });
  const delivery = {
    AttributeName: "email",
    DeliveryMedium: "EMAIL",
    Destination: attributeValue("email", user.Attributes),
  };
  await services.messages.deliver(context, "ResendCode", request.ClientId, pool.options.Id, user, code, {}, delivery);
  return { CodeDeliveryDetails: delivery };
};

const { NotAuthorizedError } = require("cognito-local/lib/errors.js");
const signIn = Targets.InitiateAuth;

// It asks an invited person for a new password without looking at the one they gave.
// biome-ignore lint/suspicious/noExplicitAny: as above
Targets.InitiateAuth = (services: any) => async (context: any, request: any) => {
  const { USERNAME: username, PASSWORD: password } = request.AuthParameters ?? {};
  const pool = await services.cognito.getUserPoolForClientId(context, request.ClientId);
  const user = username === undefined ? undefined : await pool.getUserByUsername(context, username);
  if (user?.UserStatus === "FORCE_CHANGE_PASSWORD" && user.Password !== password) throw new NotAuthorizedError();
  return signIn(services)(context, request);
};

// A fixed code from the environment would be the same for everybody.
delete process.env.CODE;
require("cognito-local/lib/bin/start.js");
