import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';

interface PageLinkButtonProps {
  to: '/';
  label: string;
  onClick?: () => void;
}

export function PageLinkButton({ to, label, onClick }: PageLinkButtonProps) {
  return (
    <Button variant="default" renderRoot={(props) => <Link {...props} to={to} onClick={onClick} />}>
      {label}
    </Button>
  );
}
