import { guardSignOut } from '~/lib/signOut'

guardSignOut()
