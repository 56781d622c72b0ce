/**
 * Between two steps of long work: lets the process hear Ctrl+C, which it cannot while it computes.
 * Throws the signal's reason (an AbortError) when it was pressed.
 */
export async function breathe(interrupted: AbortSignal): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
  interrupted.throwIfAborted()
}
