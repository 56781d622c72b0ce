/**
 * Imported before Fabric: it would otherwise register fonts that browsers fetch from Microsoft's
 * servers. Nothing leaves the machine; the system's own fonts do (see pane.css).
 */
declare global {
  interface Window {
    FabricConfig?: { readonly fontBaseUrl: string }
  }
}

window.FabricConfig = { fontBaseUrl: '' }

export {}
