export default function MyUnitsPage() {
  return null;
}
