export { BOOTH_KINDS, type BoothKind } from './queries/openSides'
