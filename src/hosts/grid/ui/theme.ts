/**
 * Univer's colours as a style sheet that the page adopts. Univer itself writes them into a <style> element, which a policy
 * against inline style refuses.
 */
import type { Theme } from '@univerjs/themes'
import { ThemeSwitcherService } from '@univerjs/ui'

type Shades = { readonly [name: string]: string | Shades }

export class AdoptedTheme extends ThemeSwitcherService {
  private readonly sheet = new CSSStyleSheet()

  override injectThemeToHead(theme: Theme): void {
    this.sheet.replaceSync(`:root { ${variables(theme as unknown as Shades, '--univer').join(' ')} }`)
    if (!document.adoptedStyleSheets.includes(this.sheet)) document.adoptedStyleSheets.push(this.sheet)
  }

  override dispose(): void {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.sheet)
    super.dispose()
  }
}

/** `{ primary: { 500: '#00f' } }` → `--univer-primary-500: #00f;` */
function variables(shades: Shades, prefix: string): string[] {
  return Object.entries(shades).flatMap(([name, value]) => (typeof value === 'object' ? variables(value, `${prefix}-${name}`) : [`${prefix}-${name}: ${value};`]))
}
