/** The service worker of the workbench: a program of its own, beside the page. */
import { keepOffline, type WorkerScope } from './offline/keep-offline'
import './offline/manifest'

keepOffline(self as unknown as WorkerScope, self.MUSTER_OFFLINE)
