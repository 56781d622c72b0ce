/** The workbench: the embedded spreadsheet, loaded when there is something to show in it. */
import { registerOffline } from './offline/register'
import { version } from './version'

async function main(): Promise<void> {
  document.documentElement.dataset.version = version
  const { mountEngine } = await import(/* webpackChunkName: "grid" */ '../hosts/grid/ui/mount')
  await mountEngine(document.getElementById('workbench') as HTMLElement, { language: 'zh', dark: false })
  await registerOffline((newer) => newer.use())
}

void main()
