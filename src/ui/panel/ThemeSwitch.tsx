import { Moon, Sun, SunMoon } from 'lucide'
import { setTheme } from '../../app/actions'
import { themeChoice } from '../../app/state'
import { panel } from '../../messages/panel'
import { Icon } from '../shared/Icon'

const NEXT = { system: 'light', light: 'dark', dark: null } as const
const ICON = { system: SunMoon, light: Sun, dark: Moon } as const

/** Switches between light, dark and the system's theme. */
export function ThemeSwitch() {
  const current = themeChoice.value ?? 'system'
  const label = panel.colours({ choice: current })
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      title={label}
      onClick={() => setTheme(NEXT[current])}
    >
      <Icon of={ICON[current]} />
    </button>
  )
}
