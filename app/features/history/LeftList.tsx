/** What stays as it is although it was asked for, each with its reason. */
export function LeftList({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <div className="notice notice--warning">
      <p className="notice__title">{title}</p>
      <ul className="left-list">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}
