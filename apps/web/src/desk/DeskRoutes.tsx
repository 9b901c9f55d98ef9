/** The registrars' desk. */
export default function DeskRoutes() {
  return null;
}
