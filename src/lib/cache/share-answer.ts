/** Those who ask at one time share one question: a crowd must not use up the pool, nor ask the same a hundred times. */
export function shareAnswer<T>(ask: () => Promise<T>): () => Promise<T> {
  let asking: Promise<T> | null = null
  return () => {
    asking ??= ask().finally(() => {
      asking = null
    })
    return asking
  }
}
