import { useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import { contactsQuery } from "../contacts/contacts-query.js";

/** useContactNames answers how a contact is called; one that is gone, or that one may not see, is said to be so. */
export function useContactNames(): (id: string) => string {
  const contacts = useQuery(contactsQuery).data?.alertContacts;
  return useCallback(
    (id) => {
      if (contacts === undefined) return "…";
      return contacts.find((contact) => contact.id === id)?.title ?? "a contact of somebody else";
    },
    [contacts],
  );
}
