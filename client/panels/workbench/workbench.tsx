export default function Workbench() {
  return <aside data-workbench-panel />;
}
