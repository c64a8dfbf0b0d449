import type { Person } from '#shared/domain/person.ts'
import { useApplication } from '../../app/application.store.ts'
import { useClient } from '../../bridge/provide.ts'
import { completedMe } from './completed-me.ts'
import type { CommandInput } from './deal-commands.ts'

/** Our own people as a command names them. */
function ourPeople(command: CommandInput): readonly Person[] {
  if (command.kind === 'invite-partner') return command.invite.team ?? []
  return 'team' in command ? (command.team ?? []) : []
}

/** What a team tells of whoever sits here, and the profile does not say yet, is kept there: no deal asks for it again. */
export function useRememberMe() {
  const client = useClient()
  const application = useApplication()

  /** Nobody waits for this: what was asked for is done already. */
  return function remember(command: CommandInput): void {
    const user = completedMe(application.profile?.user, ourPeople(command))
    if (!user) return
    void client
      .call('profile.save', { user })
      .then(application.loadProfile)
      .catch(() => {})
  }
}
