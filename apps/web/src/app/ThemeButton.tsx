import { Icon } from '../components/Icon.tsx';
import { setPreferences, usePreferences } from '../theme/preferences.ts';

/** From light to dark and back. */
export function ThemeButton() {
  const dark = usePreferences().theme === 'dark';
  return (
    <button
      type="button"
      className="tool"
      aria-pressed={dark}
      aria-label="深色显示"
      onClick={() => setPreferences({ theme: dark ? 'light' : 'dark' })}
    >
      <Icon name={dark ? 'sun' : 'moon'} />
    </button>
  );
}
