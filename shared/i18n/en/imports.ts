export const imports = {
  hallName: 'Rooms (imported)',
}
