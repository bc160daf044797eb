import { inkOn } from '../widget/options';

/** How the site wants the chat in its frame to look: at first in the address of the frame, later by word of the loader. */
export function applyLook(look: Readonly<Record<string, unknown>>): void {
  const { colour, theme, language, target } = look;
  const { documentElement: root } = document;
  if (typeof colour === 'string' && /^#[\da-f]{6}$/i.test(colour)) {
    root.style.setProperty('--bar', colour);
    root.style.setProperty('--on-bar', inkOn(colour));
  }
  if (typeof theme === 'string') root.dataset['theme'] = theme;
  if (typeof language === 'string') root.lang = language;
  root.toggleAttribute('data-inline', typeof target === 'string' && target !== '');
}
