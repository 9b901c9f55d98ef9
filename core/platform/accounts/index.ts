export { accountErrors } from './errors.ts';
export { resolveSession } from './sessions.ts';
export { type Credentials, type SignedIn, signIn, signOut } from './sign-in.ts';
