/** The mark: two rows of booths with one still free. */
export function BrandMark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="var(--accent)" />
      <path d="M6 8h9v7H6zm11 0h9v7h-9zM6 17h9v7H6z" fill="var(--accent-ink)" />
      <path d="M17.9 17.9h7.2v5.2h-7.2z" fill="none" stroke="var(--accent-ink)" strokeWidth="1.8" />
    </svg>
  )
}
