/** Thrown when something took longer than it may. */
export class DeadlinePassed extends Error {
  constructor(what: string, milliseconds: number) {
    super(`${what} took longer than ${milliseconds} ms.`);
    this.name = 'DeadlinePassed';
  }
}

/** The promise's result, or DeadlinePassed after so many milliseconds. What was begun is not stopped, only no longer waited for. */
export async function within<T>(milliseconds: number, what: string, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new DeadlinePassed(what, milliseconds));
    }, milliseconds);
  });
  try {
    return await Promise.race([promise, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
