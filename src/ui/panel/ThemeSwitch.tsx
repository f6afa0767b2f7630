import { Moon, Sun, SunMoon } from 'lucide'
import { setTheme } from '../../app/actions'
import { themeChoice } from '../../app/state'
import { panel } from '../../messages/compiled/panel'
import { IconButton } from '../shared/IconButton'

const NEXT = { system: 'light', light: 'dark', dark: null } as const
const ICON = { system: SunMoon, light: Sun, dark: Moon } as const

/** Switches between light, dark and the system's theme. */
export function ThemeSwitch() {
  const current = themeChoice.value ?? 'system'
  return (
    <IconButton
      label={panel.colours({ choice: current })}
      icon={ICON[current]}
      onClick={() => setTheme(NEXT[current])}
    />
  )
}
