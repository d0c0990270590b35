/** A letter in plain text. */
export type Letter = {
  /** The same for every try: whoever carries it can tell that it has it already. */
  id: string;
  to: string;
  subject: string;
  body: string;
};

/** Carries letters out of the company's systems. Rejects when it could not hand one over; the caller tries again later. */
export type Mailer = { send(letter: Letter): Promise<void> };
