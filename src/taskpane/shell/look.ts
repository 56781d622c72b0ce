/** Light or dark, as Excel is; high contrast is the browser's own doing (`forced-colors` in pane.css). */
import { loadTheme } from 'office-ui-fabric-react/lib/Styling'

export type Look = 'light' | 'dark'

/** The look that goes with the host's background (`#RRGGBB`); light when it does not say. */
export function lookOf(background: string | undefined): Look {
  const channels = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(background ?? '')
  if (!channels) return 'light'
  const [red = 0, green = 0, blue = 0] = channels.slice(1).map((hex) => parseInt(hex, 16))
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128 ? 'dark' : 'light'
}

const PALETTES = {
  light: {
    themePrimary: '#0f703b', themeDark: '#0b5a2f', themeDarker: '#084523', themeDarkAlt: '#0d6435', themeSecondary: '#1c8049', themeTertiary: '#6fb78d', themeLight: '#c4e2d0', themeLighter: '#e0f0e7', themeLighterAlt: '#f4faf6',
    white: '#ffffff', black: '#000000', neutralDark: '#1f1f1f', neutralPrimary: '#242424', neutralPrimaryAlt: '#333333', neutralSecondary: '#555555', neutralSecondaryAlt: '#5f5f5f', neutralTertiary: '#8a8a8a', neutralTertiaryAlt: '#c4c4c4', neutralQuaternary: '#d0d0d0', neutralQuaternaryAlt: '#dedede', neutralLight: '#eaeaea', neutralLighter: '#f3f3f3', neutralLighterAlt: '#f8f8f8',
  },
  dark: {
    themePrimary: '#6ecb95', themeDark: '#8ad8aa', themeDarker: '#a8e4bf', themeDarkAlt: '#7cd2a0', themeSecondary: '#5dbb85', themeTertiary: '#2f7f52', themeLight: '#1f4d34', themeLighter: '#1b3a29', themeLighterAlt: '#18261e',
    white: '#1f1f1f', black: '#ffffff', neutralDark: '#fafafa', neutralPrimary: '#f0f0f0', neutralPrimaryAlt: '#dedede', neutralSecondary: '#c8c8c8', neutralSecondaryAlt: '#bdbdbd', neutralTertiary: '#9a9a9a', neutralTertiaryAlt: '#6a6a6a', neutralQuaternary: '#555555', neutralQuaternaryAlt: '#484848', neutralLight: '#3a3a3a', neutralLighter: '#2e2e2e', neutralLighterAlt: '#272727',
  },
} as const

const FONT = { fontFamily: 'inherit', fontWeight: 400 } as const

/** Fabric's colours and, by `data-look`, those of pane.css. */
export function applyLook(look: Look): void {
  document.documentElement.dataset.look = look
  loadTheme({ palette: PALETTES[look], isInverted: look === 'dark', defaultFontStyle: FONT })
}
