/** Makes the page work without a network from the next visit on, and tells of a newer version. */
import { TAKE_OVER } from './keep-offline'

export interface NewerVersion {
  /** Loads the page anew, in the newer version. */
  use(): void
}

/**
 * Nothing happens where the browser has no service workers, such as on an intranet page without HTTPS: the page then
 * works as long as its server does.
 *
 * @param onNewer called when a newer version is there, ready to be used; it is used anyway when all pages were closed
 */
export async function registerOffline(onNewer: (newer: NewerVersion) => void): Promise<void> {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined
  if (!workers) return
  // The first version takes nothing over from anyone.
  const hadOne = workers.controller !== null
  const registration = await workers.register(new URL('service-worker.js', document.baseURI)).catch(() => undefined)
  if (!registration || !hadOne) return
  const tell = (waiting: ServiceWorker) =>
    onNewer({
      use: () => {
        workers.addEventListener('controllerchange', () => location.reload(), { once: true })
        waiting.postMessage(TAKE_OVER)
      },
    })
  if (registration.waiting) return tell(registration.waiting)
  registration.addEventListener('updatefound', () => {
    const coming = registration.installing
    coming?.addEventListener('statechange', () => void (coming.state === 'installed' && tell(coming)))
  })
}
