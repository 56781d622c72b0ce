/** The ribbon's side of Excel: buttons that call a function, and the small window they may show. */

/** Longest that a message keeps its button busy; Excel ends a command after five minutes. */
const LONGEST = 4 * 60_000

/** Excel is told that a button is done whatever becomes of it: an unfinished one blocks those that follow. */
export function onRibbonButton(functionName: string, run: () => Promise<void>): void {
  Office.actions.associate(functionName, async (event: Office.AddinCommands.Event) => {
    try {
      await run()
    } finally {
      event.completed()
    }
  })
}

/**
 * Shows a page of our own origin in a small window and resolves when it was closed, at the latest after
 * {@link LONGEST}: on the Mac the window goes when its button is done. DialogApi 1.1, which every Excel with
 * ribbon buttons has. In a frame on the web, where a window of its own would ask for leave first.
 * Throws when the host opens none.
 */
export function showSmallWindow(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    Office.context.ui.displayDialogAsync(address, { width: 30, height: 35, displayInIframe: true }, (opened) => {
      if (opened.status !== Office.AsyncResultStatus.Succeeded) {
        reject(new Error(opened.error.message))
        return
      }
      const late = setTimeout(() => {
        opened.value.close()
        resolve()
      }, LONGEST)
      opened.value.addEventHandler(Office.EventType.DialogEventReceived, () => {
        clearTimeout(late)
        resolve()
      })
    })
  })
}
