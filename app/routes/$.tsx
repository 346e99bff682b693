import { data } from '@remix-run/node'

export const loader = () => {
  throw data({ code: 'NOT_FOUND' }, { status: 404 })
}
export const action = loader

export default function NotFound() {
  return null
}
