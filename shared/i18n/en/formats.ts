export const formats = {
  calendar: { cancelled: 'Cancelled: {{title}}', speakers: 'With {{names}}' },
}
