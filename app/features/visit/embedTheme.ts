/** `?theme=light|dark`; otherwise as the reader's machine has it. */
export function readTheme(params: URLSearchParams): 'light' | 'dark' | null {
  const theme = params.get('theme')
  return theme === 'light' || theme === 'dark' ? theme : null
}
