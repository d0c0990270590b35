/**
 * Answers many at once, each in the place of its item. Rejects when it can answer none; what concerns one item alone is
 * part of that item's answer.
 */
export type AnswerAll<Item, Answer> = (items: readonly Item[]) => Promise<readonly Answer[]>;

/** More in one command would only make its first item wait for its last. */
const MOST_AT_ONCE = 50;
/** A batch that is not answered by then is not waited for: one command that hangs must not hold up all that is asked after it. */
const LATE_MS = 50;
const BATCHES_AT_ONCE = 4;

/**
 * Asks a store one by one, and it answers many at once: whatever is asked for while a batch is on its way travels together
 * with the next (ADR 0031). Who asks alone never waits, and nobody is told what was read before they asked.
 * `isOfOne` tells the failures of a whole batch that one item may have caused, with nothing done: then each is asked for
 * by itself, so that it fails alone. All others are everybody's.
 */
export function combine<Item, Answer>(
  answerAll: AnswerAll<Item, Answer>,
  isOfOne: (error: unknown) => boolean = () => false,
): (item: Item) => Promise<Answer> {
  const gathered: Waiting<Item, Answer>[] = [];
  let underWay = 0;
  let lateness: NodeJS.Timeout | undefined;

  const send = async () => {
    underWay += 1;
    // What is asked for in the same breath, by one caller or by several, shall travel together.
    await null;
    while (gathered.length > 0) await answer(takeBatch(), answerAll, isOfOne);
    underWay -= 1;
  };
  const takeBatch = () => {
    const batch = gathered.splice(0, MOST_AT_ONCE);
    clearTimeout(lateness);
    lateness = undefined;
    if (gathered.length > 0) expectAnswer();
    return batch;
  };
  const expectAnswer = () => {
    if (underWay < BATCHES_AT_ONCE) lateness ??= setTimeout(send, LATE_MS);
  };

  return (item) =>
    new Promise((resolve, reject) => {
      gathered.push({ item, resolve, reject });
      if (underWay === 0) void send();
      else expectAnswer();
    });
}

/** `combine` for what is known by an id: `read` finds the rows of many, in any order; null stands for an id that nobody has. */
export function combineById<Id, Row>(
  read: (ids: readonly Id[]) => Promise<readonly Row[]>,
  idOf: (row: Row) => Id,
): (id: Id) => Promise<Row | null> {
  return combine(async (ids) => {
    const rows = new Map((await read([...new Set(ids)])).map((row) => [idOf(row), row]));
    return ids.map((id) => rows.get(id) ?? null);
  });
}

/** `combine` for what several rows belong to: each is given its own, in the order in which `read` has found them. */
export function combineMany<Key, Row>(
  read: (keys: readonly Key[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => Key,
): (key: Key) => Promise<Row[]> {
  return combine(async (keys) => {
    const rows = await read([...new Set(keys)]);
    return keys.map((key) => rows.filter((row) => keyOf(row) === key));
  });
}

type Waiting<Item, Answer> = { item: Item; resolve(answer: Answer): void; reject(error: unknown): void };

/** Never rejects: whoever waits is told. */
async function answer<Item, Answer>(
  batch: readonly Waiting<Item, Answer>[],
  answerAll: AnswerAll<Item, Answer>,
  isOfOne: (error: unknown) => boolean,
): Promise<void> {
  try {
    const answers = await answerAll(batch.map(({ item }) => item));
    for (const [index, { resolve }] of batch.entries()) resolve(answers[index] as Answer);
  } catch (error) {
    if (batch.length > 1 && isOfOne(error)) await Promise.all(batch.map((each) => answer([each], answerAll, isOfOne)));
    else for (const { reject } of batch) reject(error);
  }
}

/** One of something for each owner, made when it is first asked for and gone with its owner: a batch never mixes connections. */
export function onePer<Owner extends object, Value>(make: (owner: Owner) => Value): (owner: Owner) => Value {
  const made = new WeakMap<Owner, Value>();
  return (owner) => {
    const known = made.get(owner);
    if (known !== undefined) return known;
    const value = make(owner);
    made.set(owner, value);
    return value;
  };
}
