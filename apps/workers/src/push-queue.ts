/** The same data for everybody who listens on these channels. */
export type Push = { channels: string[]; data: string };

/** What Soketi takes in one request (its default). */
const PUSHES_PER_BATCH = 10;
const CHANNELS_PER_PUSH = 100;

/** Sends the pushes in one request; answers whether they arrived, and never rejects. */
type SendBatch = (pushes: readonly Push[]) => Promise<boolean>;

/** `channels` by data: who is told the same in one batch is told it once. */
type Batch = { channels: Map<string, Set<string>>; isOver: Promise<void>; end(): void };

/**
 * Pushes at once while nothing is under way; what comes meanwhile goes together in the next requests. So a signal is never
 * held back, and many cost few requests. Answers a function that resolves when its push has been sent, or given up.
 *
 * When a request fails, what waits behind it is given up too (`onLost`): browsers catch up when they reconnect, and nothing
 * may pile up for a server that is away.
 */
export function openPushQueue(send: SendBatch, onLost: (channels: number) => void): (push: Push) => Promise<void> {
  const waiting: Batch[] = [];
  let isSending = false;

  const sendAll = async () => {
    isSending = true;
    for (let batch = waiting.shift(); batch; batch = waiting.shift()) {
      const hasArrived = await send(pushesOf(batch));
      batch.end();
      if (!hasArrived) waiting.splice(0).forEach(giveUp);
    }
    isSending = false;
  };
  const giveUp = (batch: Batch) => {
    onLost(pushesOf(batch).reduce((sum, { channels }) => sum + channels.length, 0));
    batch.end();
  };

  const add = ({ channels, data }: Push): Promise<void> => {
    const last = waiting.at(-1);
    const batch = last && takes(last, data, channels.length) ? last : openBatch();
    if (batch !== last) waiting.push(batch);
    const told = batch.channels.get(data) ?? new Set();
    for (const channel of channels) told.add(channel);
    batch.channels.set(data, told);
    if (!isSending) void sendAll();
    return batch.isOver;
  };
  return async ({ channels, data }) => {
    await Promise.all(inChunks(channels, CHANNELS_PER_PUSH).map((chunk) => add({ channels: chunk, data })));
  };
}

function openBatch(): Batch {
  let end = () => {};
  const isOver = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { channels: new Map(), isOver, end };
}

function takes({ channels }: Batch, data: string, more: number): boolean {
  const told = channels.get(data);
  return told ? told.size + more <= CHANNELS_PER_PUSH : channels.size < PUSHES_PER_BATCH;
}

function pushesOf({ channels }: Batch): Push[] {
  return [...channels].map(([data, told]) => ({ channels: [...told], data }));
}

function inChunks<Item>(items: readonly Item[], size: number): Item[][] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}
