export { type Agent, listOwnAgents, ownBody, withdrawOwnAgent } from './agents.ts';
export { type AccountChange, changeAccount } from './change-account.ts';
export { changePassword, resetPassword, resetSecondFactor } from './change-password.ts';
export { changeRole, type RoleChange } from './change-role.ts';
export {
  authoriseAgent,
  createAccount,
  type NewAccount,
  type NewOrganisation,
  withdrawAuthorisation,
} from './create-account.ts';
export { delegate, type NewDelegation, revokeDelegation } from './delegate.ts';
export {
  confirmSecondFactor,
  enrolSecondFactor,
  type SecondFactorState,
  secondFactorState,
} from './enrol-second-factor.ts';
export { accountErrors } from './errors.ts';
export { grantRole, type NewGrant, revokeRole, withdrawAdministration } from './grant-role.ts';
export { type AccountFilter, type AccountSummary, getAccount, listAccounts } from './list-accounts.ts';
export { type Delegation, listDelegations } from './list-delegations.ts';
export { listRoles, type RoleSummary } from './list-roles.ts';
export { endSession, listSessions, type SessionSummary } from './list-sessions.ts';
export { listStaff, type StaffFilter, type StaffMember } from './list-staff.ts';
export { lockAccount, unlockAccount } from './lock-account.ts';
export { type SignInPolicy, signInPolicy, signInPolicySetting } from './policy.ts';
export { resolveSession } from './sessions.ts';
export { type Credentials, type SignedIn, signIn, signOut } from './sign-in.ts';
