
export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[]

export type Database = {
  
  "public": {
          Tables: {
            "commitment_acts": {
                  Row: {
                    "act": string,"at": string,"commitment_id": string,"id": number,"reason": string | null,"staff_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "act": string,"at"?: string,"commitment_id": string,"id"?: never,"reason"?: string | null,"staff_id": string
                  }
                  Update: {
                    "act"?: string,"at"?: string,"commitment_id"?: string,"id"?: never,"reason"?: string | null,"staff_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "commitment_acts_commitment_id_fkey"
      columns: ["commitment_id"]
isOneToOne: false
      referencedRelation: "commitments"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "commitment_acts_staff_id_fkey"
      columns: ["staff_id"]
isOneToOne: false
      referencedRelation: "staff"
      referencedColumns: ["id"]
    }
                  ]
                },"commitments": {
                  Row: {
                    "customer_id": string,"department_id": number | null,"due_on": string,"id": string,"made_at": string,"made_by": string,"note_id": string,"settled_at": string | null,"staff_id": string | null,"state": string,"what": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "customer_id": string,"department_id"?: number | null,"due_on": string,"id"?: string,"made_at"?: string,"made_by": string,"note_id": string,"settled_at"?: string | null,"staff_id"?: string | null,"state"?: string,"what"?: string | null
                  }
                  Update: {
                    "customer_id"?: string,"department_id"?: number | null,"due_on"?: string,"id"?: string,"made_at"?: string,"made_by"?: string,"note_id"?: string,"settled_at"?: string | null,"staff_id"?: string | null,"state"?: string,"what"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "commitments_customer_id_fkey"
      columns: ["customer_id"]
isOneToOne: false
      referencedRelation: "customers"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "commitments_department_id_fkey"
      columns: ["department_id"]
isOneToOne: false
      referencedRelation: "departments"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "commitments_made_by_fkey"
      columns: ["made_by"]
isOneToOne: false
      referencedRelation: "staff"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "commitments_note_id_fkey"
      columns: ["note_id"]
isOneToOne: false
      referencedRelation: "notes"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "commitments_staff_id_fkey"
      columns: ["staff_id"]
isOneToOne: false
      referencedRelation: "staff"
      referencedColumns: ["id"]
    }
                  ]
                },"concern_messages": {
                  Row: {
                    "at": string,"author_login": string | null,"author_staff": string | null,"concern_id": string,"id": number,"request_id": string,"shared": boolean,"text": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "at"?: string,"author_login"?: string | null,"author_staff"?: string | null,"concern_id": string,"id"?: never,"request_id": string,"shared"?: boolean,"text"?: string | null
                  }
                  Update: {
                    "at"?: string,"author_login"?: string | null,"author_staff"?: string | null,"concern_id"?: string,"id"?: never,"request_id"?: string,"shared"?: boolean,"text"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "concern_messages_author_login_fkey"
      columns: ["author_login"]
isOneToOne: false
      referencedRelation: "logins"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "concern_messages_author_staff_fkey"
      columns: ["author_staff"]
isOneToOne: false
      referencedRelation: "staff"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "concern_messages_concern_id_fkey"
      columns: ["concern_id"]
isOneToOne: false
      referencedRelation: "concerns"
      referencedColumns: ["id"]
    }
                  ]
                },"concerns": {
                  Row: {
                    "about_invoice": boolean,"asked_by": string | null,"created_at": string,"customer_id": string,"department_id": number,"escalated_at": string | null,"id": string,"kind": string,"moved_at": string,"opened_by": string | null,"owner_id": string | null,"reference": string,"request_id": string,"site_id": string | null,"state": string,"subject": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "about_invoice"?: boolean,"asked_by"?: string | null,"created_at"?: string,"customer_id": string,"department_id": number,"escalated_at"?: string | null,"id"?: string,"kind": string,"moved_at"?: string,"opened_by"?: string | null,"owner_id"?: string | null,"reference": string,"request_id": string,"site_id"?: string | null,"state"?: string,"subject"?: string | null
                  }
                  Update: {
                    "about_invoice"?: boolean,"asked_by"?: string | null,"created_at"?: string,"customer_id"?: string,"department_id"?: number,"escalated_at"?: string | null,"id"?: string,"kind"?: string,"moved_at"?: string,"opened_by"?: string | null,"owner_id"?: string | null,"reference"?: string,"request_id"?: string,"site_id"?: string | null,"state"?: string,"subject"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "concerns_asked_by_fkey"
      columns: ["asked_by"]
isOneToOne: false
      referencedRelation: "logins"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "concerns_customer_id_fkey"
      columns: ["customer_id"]
isOneToOne: false
      referencedRelation: "customers"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "concerns_department_id_fkey"
      columns: ["department_id"]
isOneToOne: false
      referencedRelation: "departments"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "concerns_opened_by_fkey"
      columns: ["opened_by"]
isOneToOne: false
      referencedRelation: "staff"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "concerns_owner_id_fkey"
      columns: ["owner_id"]
isOneToOne: false
      referencedRelation: "staff"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "concerns_site_id_fkey"
      columns: ["site_id"]
isOneToOne: false
      referencedRelation: "contact_details"
      referencedColumns: ["id"]
    }
                  ]
                },"contact_detail_values": {
                  Row: {
                    "detail_id": string,"id": number,"known_since": string,"update_id": string | null,"valid": unknown,"value": NonNullable<Json>
                  }
                  ComputedFields: never
                  Insert: {
                    "detail_id": string,"id"?: never,"known_since": string,"update_id"?: string | null,"valid": unknown,"value": NonNullable<Json>
                  }
                  Update: {
                    "detail_id"?: string,"id"?: never,"known_since"?: string,"update_id"?: string | null,"valid"?: unknown,"value"?: NonNullable<Json>
                  }
                  Relationships: [
                    {
      foreignKeyName: "contact_detail_values_detail_id_fkey"
      columns: ["detail_id"]
isOneToOne: false
      referencedRelation: "contact_details"
      referencedColumns: ["id"]
    }
                  ]
                },"contact_details": {
                  Row: {
                    "channel": Database["public"]['Enums']["channel"],"confirmed_at": string | null,"confirmed_by": string | null,"confirmed_login": string | null,"created_at": string,"customer_id": string,"hold_reason": string | null,"id": string,"is_primary": boolean,"kind": Database["public"]['Enums']["detail_kind"],"label": string | null,"removed_at": string | null,"review_on": string,"site_id": string | null,"verified_at": string | null,"version": number
                  }
                  ComputedFields: never
                  Insert: {
                    "channel": Database["public"]['Enums']["channel"],"confirmed_at"?: string | null,"confirmed_by"?: string | null,"confirmed_login"?: string | null,"created_at"?: string,"customer_id": string,"hold_reason"?: string | null,"id"?: string,"is_primary"?: boolean,"kind": Database["public"]['Enums']["detail_kind"],"label"?: string | null,"removed_at"?: string | null,"review_on": string,"site_id"?: string | null,"verified_at"?: string | null,"version"?: number
                  }
                  Update: {
                    "channel"?: Database["public"]['Enums']["channel"],"confirmed_at"?: string | null,"confirmed_by"?: string | null,"confirmed_login"?: string | null,"created_at"?: string,"customer_id"?: string,"hold_reason"?: string | null,"id"?: string,"is_primary"?: boolean,"kind"?: Database["public"]['Enums']["detail_kind"],"label"?: string | null,"removed_at"?: string | null,"review_on"?: string,"site_id"?: string | null,"verified_at"?: string | null,"version"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "contact_details_confirmed_login_fkey"
      columns: ["confirmed_login"]
isOneToOne: false
      referencedRelation: "logins"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "contact_details_customer_id_fkey"
      columns: ["customer_id"]
isOneToOne: false
      referencedRelation: "customers"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "contact_details_site_id_fkey"
      columns: ["site_id"]
isOneToOne: false
      referencedRelation: "contact_details"
      referencedColumns: ["id"]
    }
                  ]
                },"customers": {
                  Row: {
                    "account_number": string,"birth_date": string | null,"contact_by": string,"country": string,"created_at": string,"erased_at": string | null,"id": string,"kind": Database["public"]['Enums']["customer_kind"],"locale": string,"reminders_opt_out": boolean,"withdrawn_at": string | null,"yearly_spend": number
                  }
                  ComputedFields: never
                  Insert: {
                    "account_number": string,"birth_date"?: string | null,"contact_by"?: string,"country": string,"created_at"?: string,"erased_at"?: string | null,"id"?: string,"kind": Database["public"]['Enums']["customer_kind"],"locale"?: string,"reminders_opt_out"?: boolean,"withdrawn_at"?: string | null,"yearly_spend"?: number
                  }
                  Update: {
                    "account_number"?: string,"birth_date"?: string | null,"contact_by"?: string,"country"?: string,"created_at"?: string,"erased_at"?: string | null,"id"?: string,"kind"?: Database["public"]['Enums']["customer_kind"],"locale"?: string,"reminders_opt_out"?: boolean,"withdrawn_at"?: string | null,"yearly_spend"?: number
                  }
                  Relationships: [
                    
                  ]
                },"departments": {
                  Row: {
                    "code": string,"id": number,"name": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "code": string,"id"?: never,"name"?: string | null
                  }
                  Update: {
                    "code"?: string,"id"?: never,"name"?: string | null
                  }
                  Relationships: [
                    
                  ]
                },"documents": {
                  Row: {
                    "address_as_issued": NonNullable<Json>,"amount": number,"currency": string,"customer_id": string,"id": number,"issued_on": string,"kind": string,"number": string
                  }
                  ComputedFields: never
                  Insert: {
                    "address_as_issued": NonNullable<Json>,"amount": number,"currency": string,"customer_id": string,"id"?: never,"issued_on": string,"kind": string,"number": string
                  }
                  Update: {
                    "address_as_issued"?: NonNullable<Json>,"amount"?: number,"currency"?: string,"customer_id"?: string,"id"?: never,"issued_on"?: string,"kind"?: string,"number"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "documents_customer_id_fkey"
      columns: ["customer_id"]
isOneToOne: false
      referencedRelation: "customers"
      referencedColumns: ["id"]
    }
                  ]
                },"logins": {
                  Row: {
                    "created_at": string,"customer_id": string,"email": string,"ended_at": string | null,"ended_by": string | null,"frozen_at": string | null,"id": string,"name": string,"origin": string,"role": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"customer_id": string,"email": string,"ended_at"?: string | null,"ended_by"?: string | null,"frozen_at"?: string | null,"id"?: string,"name"?: string,"origin": string,"role": string
                  }
                  Update: {
                    "created_at"?: string,"customer_id"?: string,"email"?: string,"ended_at"?: string | null,"ended_by"?: string | null,"frozen_at"?: string | null,"id"?: string,"name"?: string,"origin"?: string,"role"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "logins_customer_id_fkey"
      columns: ["customer_id"]
isOneToOne: false
      referencedRelation: "customers"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "logins_ended_by_fkey"
      columns: ["ended_by"]
isOneToOne: false
      referencedRelation: "logins"
      referencedColumns: ["id"]
    }
                  ]
                },"note_addenda": {
                  Row: {
                    "at": string,"customer_id": string,"id": number,"note_id": string,"request_id": string,"shared": boolean,"staff_id": string,"text": string | null,"words": unknown
                  }
                  ComputedFields: never
                  Insert: {
                    "at"?: string,"customer_id": string,"id"?: never,"note_id": string,"request_id": string,"shared": boolean,"staff_id": string,"text"?: string | null,"words"?: unknown
                  }
                  Update: {
                    "at"?: string,"customer_id"?: string,"id"?: never,"note_id"?: string,"request_id"?: string,"shared"?: boolean,"staff_id"?: string,"text"?: string | null,"words"?: unknown
                  }
                  Relationships: [
                    {
      foreignKeyName: "note_addenda_customer_id_fkey"
      columns: ["customer_id"]
isOneToOne: false
      referencedRelation: "customers"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "note_addenda_note_id_fkey"
      columns: ["note_id"]
isOneToOne: false
      referencedRelation: "notes"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "note_addenda_staff_id_fkey"
      columns: ["staff_id"]
isOneToOne: false
      referencedRelation: "staff"
      referencedColumns: ["id"]
    }
                  ]
                },"notes": {
                  Row: {
                    "answered_at": string | null,"called_at": string | null,"channel": Database["public"]['Enums']["channel"],"concern_id": string | null,"customer_id": string,"direction": string,"done": string | null,"ended_at": string | null,"held_seconds": number | null,"id": string,"internal": string | null,"occurred_at": string,"outcome": string,"participants": NonNullable<Json>,"reason": string,"satisfied": string,"saved_at": string,"shared": string | null,"staff_id": string,"words": unknown
                  }
                  ComputedFields: never
                  Insert: {
                    "answered_at"?: string | null,"called_at"?: string | null,"channel": Database["public"]['Enums']["channel"],"concern_id"?: string | null,"customer_id": string,"direction": string,"done"?: string | null,"ended_at"?: string | null,"held_seconds"?: number | null,"id": string,"internal"?: string | null,"occurred_at": string,"outcome": string,"participants"?: NonNullable<Json>,"reason": string,"satisfied": string,"saved_at"?: string,"shared"?: string | null,"staff_id": string,"words"?: unknown
                  }
                  Update: {
                    "answered_at"?: string | null,"called_at"?: string | null,"channel"?: Database["public"]['Enums']["channel"],"concern_id"?: string | null,"customer_id"?: string,"direction"?: string,"done"?: string | null,"ended_at"?: string | null,"held_seconds"?: number | null,"id"?: string,"internal"?: string | null,"occurred_at"?: string,"outcome"?: string,"participants"?: NonNullable<Json>,"reason"?: string,"satisfied"?: string,"saved_at"?: string,"shared"?: string | null,"staff_id"?: string,"words"?: unknown
                  }
                  Relationships: [
                    {
      foreignKeyName: "a_note_on_a_concern"
      columns: ["concern_id"]
isOneToOne: false
      referencedRelation: "concerns"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "notes_customer_id_fkey"
      columns: ["customer_id"]
isOneToOne: false
      referencedRelation: "customers"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "notes_staff_id_fkey"
      columns: ["staff_id"]
isOneToOne: false
      referencedRelation: "staff"
      referencedColumns: ["id"]
    }
                  ]
                },"receipts": {
                  Row: {
                    "created_at": string,"customer_id": string,"locale": string,"update_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"customer_id": string,"locale": string,"update_id": string
                  }
                  Update: {
                    "created_at"?: string,"customer_id"?: string,"locale"?: string,"update_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "receipts_customer_id_fkey"
      columns: ["customer_id"]
isOneToOne: false
      referencedRelation: "customers"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "receipts_update_id_fkey"
      columns: ["update_id"]
isOneToOne: true
      referencedRelation: "updates"
      referencedColumns: ["id"]
    }
                  ]
                },"record_views": {
                  Row: {
                    "customer_id": string,"id": number,"page": string,"staff_id": string,"viewed_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "customer_id": string,"id"?: never,"page"?: string,"staff_id": string,"viewed_at"?: string
                  }
                  Update: {
                    "customer_id"?: string,"id"?: never,"page"?: string,"staff_id"?: string,"viewed_at"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "record_views_customer_id_fkey"
      columns: ["customer_id"]
isOneToOne: false
      referencedRelation: "customers"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "record_views_staff_id_fkey"
      columns: ["staff_id"]
isOneToOne: false
      referencedRelation: "staff"
      referencedColumns: ["id"]
    }
                  ]
                },"reminders": {
                  Row: {
                    "answered_at": string | null,"created_at": string,"customer_id": string,"id": string,"medium": string,"sent_by": string
                  }
                  ComputedFields: never
                  Insert: {
                    "answered_at"?: string | null,"created_at"?: string,"customer_id": string,"id"?: string,"medium": string,"sent_by": string
                  }
                  Update: {
                    "answered_at"?: string | null,"created_at"?: string,"customer_id"?: string,"id"?: string,"medium"?: string,"sent_by"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "reminders_customer_id_fkey"
      columns: ["customer_id"]
isOneToOne: false
      referencedRelation: "customers"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "reminders_sent_by_fkey"
      columns: ["sent_by"]
isOneToOne: false
      referencedRelation: "staff"
      referencedColumns: ["id"]
    }
                  ]
                },"review_policy": {
                  Row: {
                    "kind": Database["public"]['Enums']["detail_kind"],"months": number
                  }
                  ComputedFields: never
                  Insert: {
                    "kind": Database["public"]['Enums']["detail_kind"],"months": number
                  }
                  Update: {
                    "kind"?: Database["public"]['Enums']["detail_kind"],"months"?: number
                  }
                  Relationships: [
                    
                  ]
                },"staff": {
                  Row: {
                    "active": boolean,"created_at": string,"department_id": number,"email": string,"id": string,"locale": string,"name": string,"role": Database["public"]['Enums']["staff_role"]
                  }
                  ComputedFields: never
                  Insert: {
                    "active"?: boolean,"created_at"?: string,"department_id": number,"email": string,"id"?: string,"locale"?: string,"name": string,"role": Database["public"]['Enums']["staff_role"]
                  }
                  Update: {
                    "active"?: boolean,"created_at"?: string,"department_id"?: number,"email"?: string,"id"?: string,"locale"?: string,"name"?: string,"role"?: Database["public"]['Enums']["staff_role"]
                  }
                  Relationships: [
                    {
      foreignKeyName: "staff_department_id_fkey"
      columns: ["department_id"]
isOneToOne: false
      referencedRelation: "departments"
      referencedColumns: ["id"]
    }
                  ]
                },"tasks": {
                  Row: {
                    "asked_by": string | null,"cause": string,"claimed_by": string | null,"closed_at": string | null,"closed_by": string | null,"created_at": string,"customer_id": string,"department_id": number,"due_at": string,"id": string,"outcome": string | null,"proposal": Json | null,"reason": string | null,"role": Database["public"]['Enums']["staff_role"]
                  }
                  ComputedFields: never
                  Insert: {
                    "asked_by"?: string | null,"cause": string,"claimed_by"?: string | null,"closed_at"?: string | null,"closed_by"?: string | null,"created_at"?: string,"customer_id": string,"department_id": number,"due_at": string,"id"?: string,"outcome"?: string | null,"proposal"?: Json | null,"reason"?: string | null,"role"?: Database["public"]['Enums']["staff_role"]
                  }
                  Update: {
                    "asked_by"?: string | null,"cause"?: string,"claimed_by"?: string | null,"closed_at"?: string | null,"closed_by"?: string | null,"created_at"?: string,"customer_id"?: string,"department_id"?: number,"due_at"?: string,"id"?: string,"outcome"?: string | null,"proposal"?: Json | null,"reason"?: string | null,"role"?: Database["public"]['Enums']["staff_role"]
                  }
                  Relationships: [
                    {
      foreignKeyName: "tasks_asked_by_fkey"
      columns: ["asked_by"]
isOneToOne: false
      referencedRelation: "logins"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "tasks_claimed_by_fkey"
      columns: ["claimed_by"]
isOneToOne: false
      referencedRelation: "staff"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "tasks_closed_by_fkey"
      columns: ["closed_by"]
isOneToOne: false
      referencedRelation: "staff"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "tasks_customer_id_fkey"
      columns: ["customer_id"]
isOneToOne: false
      referencedRelation: "customers"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "tasks_department_id_fkey"
      columns: ["department_id"]
isOneToOne: false
      referencedRelation: "departments"
      referencedColumns: ["id"]
    }
                  ]
                },"update_items": {
                  Row: {
                    "after": Json | null,"before": Json | null,"detail_id": string,"id": number,"kind": Database["public"]['Enums']["detail_kind"],"label": string | null,"label_before": string | null,"op": string,"replaces": string | null,"site_before": string | null,"site_id": string | null,"update_id": string,"valid_from": string | null,"version": number,"was": Json | null
                  }
                  ComputedFields: never
                  Insert: {
                    "after"?: Json | null,"before"?: Json | null,"detail_id": string,"id"?: never,"kind": Database["public"]['Enums']["detail_kind"],"label"?: string | null,"label_before"?: string | null,"op": string,"replaces"?: string | null,"site_before"?: string | null,"site_id"?: string | null,"update_id": string,"valid_from"?: string | null,"version": number,"was"?: Json | null
                  }
                  Update: {
                    "after"?: Json | null,"before"?: Json | null,"detail_id"?: string,"id"?: never,"kind"?: Database["public"]['Enums']["detail_kind"],"label"?: string | null,"label_before"?: string | null,"op"?: string,"replaces"?: string | null,"site_before"?: string | null,"site_id"?: string | null,"update_id"?: string,"valid_from"?: string | null,"version"?: number,"was"?: Json | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "update_items_detail_id_fkey"
      columns: ["detail_id"]
isOneToOne: false
      referencedRelation: "contact_details"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "update_items_replaces_fkey"
      columns: ["replaces"]
isOneToOne: false
      referencedRelation: "contact_details"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "update_items_site_before_fkey"
      columns: ["site_before"]
isOneToOne: false
      referencedRelation: "contact_details"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "update_items_site_id_fkey"
      columns: ["site_id"]
isOneToOne: false
      referencedRelation: "contact_details"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "update_items_update_id_fkey"
      columns: ["update_id"]
isOneToOne: false
      referencedRelation: "updates"
      referencedColumns: ["id"]
    }
                  ]
                },"updates": {
                  Row: {
                    "actor_link": string | null,"actor_login": string | null,"actor_staff": string | null,"channel": Database["public"]['Enums']["channel"],"customer_id": string,"feed_epoch": number,"feed_number": number,"feed_xid": number,"id": string,"identified_by": (string)[] | null,"occurred_at": string,"reference": string,"request_id": string,"undoes": string | null,"written_change_id": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "actor_link"?: string | null,"actor_login"?: string | null,"actor_staff"?: string | null,"channel": Database["public"]['Enums']["channel"],"customer_id": string,"feed_epoch"?: number,"feed_number"?: never,"feed_xid"?: number,"id"?: string,"identified_by"?: (string)[] | null,"occurred_at"?: string,"reference": string,"request_id": string,"undoes"?: string | null,"written_change_id"?: string | null
                  }
                  Update: {
                    "actor_link"?: string | null,"actor_login"?: string | null,"actor_staff"?: string | null,"channel"?: Database["public"]['Enums']["channel"],"customer_id"?: string,"feed_epoch"?: number,"feed_number"?: never,"feed_xid"?: number,"id"?: string,"identified_by"?: (string)[] | null,"occurred_at"?: string,"reference"?: string,"request_id"?: string,"undoes"?: string | null,"written_change_id"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "an_update_from_paper"
      columns: ["written_change_id"]
isOneToOne: false
      referencedRelation: "written_changes"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "updates_actor_login_fkey"
      columns: ["actor_login"]
isOneToOne: false
      referencedRelation: "logins"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "updates_actor_staff_fkey"
      columns: ["actor_staff"]
isOneToOne: false
      referencedRelation: "staff"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "updates_customer_id_fkey"
      columns: ["customer_id"]
isOneToOne: false
      referencedRelation: "customers"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "updates_undoes_fkey"
      columns: ["undoes"]
isOneToOne: false
      referencedRelation: "updates"
      referencedColumns: ["id"]
    }
                  ]
                },"written_change_keyings": {
                  Row: {
                    "changes": NonNullable<Json>,"customer_id": string,"keyed_at": string,"request_id": string,"round": number,"staff_id": string,"written_change_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "changes": NonNullable<Json>,"customer_id": string,"keyed_at"?: string,"request_id": string,"round": number,"staff_id": string,"written_change_id": string
                  }
                  Update: {
                    "changes"?: NonNullable<Json>,"customer_id"?: string,"keyed_at"?: string,"request_id"?: string,"round"?: number,"staff_id"?: string,"written_change_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "written_change_keyings_customer_id_fkey"
      columns: ["customer_id"]
isOneToOne: false
      referencedRelation: "customers"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "written_change_keyings_staff_id_fkey"
      columns: ["staff_id"]
isOneToOne: false
      referencedRelation: "staff"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "written_change_keyings_written_change_id_fkey"
      columns: ["written_change_id"]
isOneToOne: false
      referencedRelation: "written_changes"
      referencedColumns: ["id"]
    }
                  ]
                },"written_changes": {
                  Row: {
                    "channel": Database["public"]['Enums']["channel"],"dispute": string | null,"document_number": string | null,"id": string,"keyed_on": string,"reason": string | null,"received_on": string,"settled_at": string | null,"settled_by": string | null,"sheet_number": number,"state": string,"update_reference": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "channel": Database["public"]['Enums']["channel"],"dispute"?: string | null,"document_number"?: string | null,"id"?: string,"keyed_on"?: string,"reason"?: string | null,"received_on": string,"settled_at"?: string | null,"settled_by"?: string | null,"sheet_number"?: never,"state"?: string,"update_reference"?: string | null
                  }
                  Update: {
                    "channel"?: Database["public"]['Enums']["channel"],"dispute"?: string | null,"document_number"?: string | null,"id"?: string,"keyed_on"?: string,"reason"?: string | null,"received_on"?: string,"settled_at"?: string | null,"settled_by"?: string | null,"sheet_number"?: never,"state"?: string,"update_reference"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "written_changes_settled_by_fkey"
      columns: ["settled_by"]
isOneToOne: false
      referencedRelation: "staff"
      referencedColumns: ["id"]
    }
                  ]
                }
          }
          Views: {
            [_ in never]: never
          }
          Functions: {
            "accept_caller_code":
{ Args: { "request": string }; Returns: Json
                           },
"accept_email":
{ Args: { "proof": string }; Returns: Json
                           },
"account_caller_pin":
{ Args: { "customer": string }; Returns: Json
                           },
"account_concern":
{ Args: { "customer": string,"reference": string }; Returns: Json
                           },
"account_concerns":
{ Args: { "before"?: string,"customer": string }; Returns: Json
                           },
"account_contacts":
{ Args: { "before"?: string,"customer": string }; Returns: Json
                           },
"account_detail":
{ Args: { "customer": string,"detail"?: string,"site"?: string,"wanted"?: string }; Returns: Json
                           },
"account_details":
{ Args: { "customer": string,"kind": Database["public"]['Enums']["detail_kind"],"page"?: number,"wanted"?: string }; Returns: Json
                           },
"account_history":
{ Args: { "before"?: string,"customer": string }; Returns: Json
                           },
"account_new_concern":
{ Args: { "customer": string }; Returns: Json
                           },
"account_overview":
{ Args: { "customer": string,"due"?: boolean }; Returns: Json
                           },
"account_people":
{ Args: { "customer": string }; Returns: Json
                           },
"account_person":
{ Args: { "customer": string,"login": string }; Returns: Json
                           },
"account_receipt":
{ Args: { "customer": string,"reference": string }; Returns: Json
                           },
"account_rights":
{ Args: { "customer": string }; Returns: Json
                           },
"account_update":
{ Args: { "customer": string,"reference": string }; Returns: Json
                           },
"add_addendum":
{ Args: { "body": string,"note": string,"request": string,"shared": boolean }; Returns: undefined
                           },
"add_department":
{ Args: { "name": string }; Returns: undefined
                           },
"answer_caller_check":
{ Args: { "account": string,"answer": string,"kind": string }; Returns: Json
                           },
"answer_concern":
{ Args: { "body": string,"reference": string,"request": string }; Returns: undefined
                           },
"answer_invitation":
{ Args: { "accept": boolean,"invitation": string }; Returns: Json
                           },
"answer_review":
{ Args: { "confirmed": Json,"corrected": Json,"link": string,"token": string }; Returns: Json
                           },
"arm_letters":
{ Args: { "batch": string,"hashes": Json }; Returns: undefined
                           },
"begin_export":
{ Args: { "format": string,"query"?: string,"scope": string }; Returns: string
                           },
"begin_feed_epoch_if_moved":
{ Args: Record<PropertyKey, never>; Returns: boolean
                           },
"cancel_move":
{ Args: { "customer": string,"detail": string,"request": string }; Returns: Json
                           },
"change_staff":
{ Args: { "department": string,"member": string,"name": string,"role": Database["public"]['Enums']["staff_role"] }; Returns: undefined
                           },
"changes":
{ Args: { "after": string,"how_many": number,"token_hash": string }; Returns: Json
                           },
"check_written_change":
{ Args: { "account": string,"changes": Json,"request": string,"written_change": string }; Returns: Json
                           },
"claim_account":
{ Args: { "account": string }; Returns: Json
                           },
"claim_letters":
{ Args: { "letters": (string)[] }; Returns: Json
                           },
"claim_task":
{ Args: { "task": string }; Returns: Json
                           },
"close_concern":
{ Args: { "closed": boolean,"reference": string }; Returns: undefined
                           },
"close_task":
{ Args: { "accepted": boolean,"reason"?: string,"task": string,"version"?: number }; Returns: Json
                           },
"code_mail_context":
{ Args: { "email": string }; Returns: Json
                           },
"configure":
{ Args: { "settings": Json }; Returns: undefined
                           },
"confirm_details":
{ Args: { "customer": string,"details": Json,"request": string }; Returns: Json
                           },
"confirm_everything":
{ Args: { "customer": string,"request": string,"seal": string }; Returns: Json
                           },
"confirm_on_call":
{ Args: { "account": string,"detail": string,"request": string,"version": number }; Returns: Json
                           },
"correct_at_counter":
{ Args: { "account": string,"changes": Json,"identified_by": string,"request": string }; Returns: Json
                           },
"correct_on_call":
{ Args: { "account": string,"changes": Json,"request": string }; Returns: Json
                           },
"count_code_try":
{ Args: { "email": string,"proof"?: string,"request"?: string }; Returns: Json
                           },
"create_token":
{ Args: { "name": string,"scope": string,"token_hash": string }; Returns: string
                           },
"create_webhook":
{ Args: { "events": (string)[],"name": string,"url": string }; Returns: string
                           },
"customers_alike":
{ Args: { "details": Json }; Returns: Json
                           },
"decide_on_mail":
{ Args: { "mail": string,"send_again": boolean }; Returns: undefined
                           },
"decline_question":
{ Args: { "account": string,"detail": string }; Returns: undefined
                           },
"desk_activation_letter":
{ Args: { "account": string }; Returns: Json
                           },
"desk_call":
{ Args: { "number": string }; Returns: Json
                           },
"desk_caller_check":
{ Args: { "account": string }; Returns: Json
                           },
"desk_caller_policy":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"desk_commitment":
{ Args: { "commitment": string }; Returns: Json
                           },
"desk_commitments":
{ Args: { "after_day"?: string,"after_id"?: string,"which"?: string }; Returns: Json
                           },
"desk_concern":
{ Args: { "reference": string }; Returns: Json
                           },
"desk_concerns":
{ Args: { "department"?: string,"which"?: string }; Returns: Json
                           },
"desk_erasure":
{ Args: { "task": string }; Returns: Json
                           },
"desk_exports":
{ Args: { "before"?: string }; Returns: Json
                           },
"desk_import":
{ Args: { "import": string }; Returns: Json
                           },
"desk_imports":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"desk_letters":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"desk_note":
{ Args: { "note": string }; Returns: Json
                           },
"desk_note_draft":
{ Args: { "account": string }; Returns: Json
                           },
"desk_notes":
{ Args: { "account": string,"before"?: string,"query"?: string }; Returns: Json
                           },
"desk_outbox":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"desk_recent":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"desk_record":
{ Args: { "account": string }; Returns: Json
                           },
"desk_record_views":
{ Args: { "account": string,"before"?: string }; Returns: Json
                           },
"desk_reversal":
{ Args: { "account": string,"reference": string }; Returns: Json
                           },
"desk_search":
{ Args: { "query": string }; Returns: Json
                           },
"desk_security":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"desk_staff":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"desk_staff_member":
{ Args: { "before"?: string,"member": string }; Returns: Json
                           },
"desk_system":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"desk_task":
{ Args: { "task": string }; Returns: Json
                           },
"desk_tasks":
{ Args: { "department"?: string,"for_role"?: Database["public"]['Enums']["staff_role"],"which"?: string }; Returns: Json
                           },
"discard_note":
{ Args: { "draft": string }; Returns: undefined
                           },
"email_proof":
{ Args: { "proof": string }; Returns: Json
                           },
"end_caller_check":
{ Args: { "account": string }; Returns: Json
                           },
"end_export":
{ Args: { "completed": boolean,"export": string }; Returns: undefined
                           },
"enter_customer":
{ Args: { "channel": Database["public"]['Enums']["channel"],"country": string,"details": Json,"kind": Database["public"]['Enums']["customer_kind"],"locale": string,"request": string,"seen": (string)[] }; Returns: Json
                           },
"erase_customer":
{ Args: { "account": string,"task": string }; Returns: undefined
                           },
"escalate_concern":
{ Args: { "customer": string,"reference": string }; Returns: Json
                           },
"export_page":
{ Args: { "export": string }; Returns: Json
                           },
"finish_activation":
{ Args: { "activation": string }; Returns: Json
                           },
"freeze_link":
{ Args: { "link": string,"token": string }; Returns: Json
                           },
"freeze_sign_in":
{ Args: { "link": string,"token": string }; Returns: undefined
                           },
"hand_over_concern":
{ Args: { "department": string,"reference": string }; Returns: undefined
                           },
"hand_task":
{ Args: { "receiver": string,"task": string }; Returns: undefined
                           },
"import_apply":
{ Args: { "import": string }; Returns: undefined
                           },
"import_cancel":
{ Args: { "import": string }; Returns: undefined
                           },
"import_check":
{ Args: { "columns": Json,"import": string,"settings": Json }; Returns: undefined
                           },
"import_checked":
{ Args: { "import": string,"lease": string,"lease_seconds": number,"lines": Json,"place": number,"problems": Json }; Returns: Json
                           },
"import_failed":
{ Args: { "import"?: string }; Returns: undefined
                           },
"import_forget":
{ Args: Record<PropertyKey, never>; Returns: undefined
                           },
"import_next":
{ Args: { "lease_seconds": number }; Returns: Json
                           },
"import_of_file":
{ Args: { "file_hash": string }; Returns: string
                           },
"import_open":
{ Args: { "encoding": string,"file_hash"?: string,"file_name": string,"header": (string)[],"separator": string }; Returns: Json
                           },
"import_pause":
{ Args: { "import": string }; Returns: undefined
                           },
"import_problems":
{ Args: { "after_line"?: number,"after_place"?: number,"import": string }; Returns: Json
                           },
"import_receive":
{ Args: { "first_line": number,"import": string,"place": number,"rows": Json }; Returns: undefined
                           },
"import_received":
{ Args: { "encoding": string,"import": string }; Returns: undefined
                           },
"import_undo":
{ Args: { "import": string }; Returns: Json
                           },
"interfaces_overview":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"invite_again":
{ Args: { "member": string }; Returns: Json
                           },
"invite_person":
{ Args: { "customer": string,"email": string,"name": string,"request": string,"role": string }; Returns: Json
                           },
"invite_staff":
{ Args: { "department": string,"email": string,"locale": string,"name": string,"role": Database["public"]['Enums']["staff_role"] }; Returns: Json
                           },
"key_written_change":
{ Args: { "account": string,"changes": Json,"channel": Database["public"]['Enums']["channel"],"document_number": string,"received_on": string,"request": string }; Returns: Json
                           },
"keying_customer":
{ Args: { "account": string }; Returns: Json
                           },
"letter_batch":
{ Args: { "batch": string }; Returns: Json
                           },
"letters_put_back":
{ Args: { "batch": string }; Returns: number
                           },
"letters_sent":
{ Args: { "batch": string }; Returns: number
                           },
"letters_to_print":
{ Args: { "batch": string }; Returns: Json
                           },
"link_by_code":
{ Args: { "code_hash": string }; Returns: Json
                           },
"my_access":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"note_forget":
{ Args: Record<PropertyKey, never>; Returns: number
                           },
"open_concern":
{ Args: { "about_invoice": boolean,"body": string,"customer": string,"kind": string,"request": string,"site": string,"subject": string }; Returns: Json
                           },
"order_activation_letter":
{ Args: { "account": string }; Returns: Json
                           },
"outbox_arm_link":
{ Args: { "code_hash"?: string,"id": string,"lease": string,"token_hash": string }; Returns: boolean
                           },
"outbox_claim":
{ Args: { "batch": number,"lease_seconds": number,"worker"?: string }; Returns: Json
                           },
"outbox_mark":
{ Args: { "error"?: string,"id": string,"lease": string,"outcome": string,"provider_id"?: string,"retry_seconds"?: number }; Returns: boolean
                           },
"outreach_queue":
{ Args: { "after_customer"?: string,"after_rank"?: number }; Returns: Json
                           },
"override_caller_check":
{ Args: { "account": string,"agent": string,"reason": string }; Returns: Json
                           },
"record_id_digits":
{ Args: { "account": string,"digits_hmac": string }; Returns: Json
                           },
"record_pulse":
{ Args: { "account": string }; Returns: Json
                           },
"reject_written_change":
{ Args: { "reason": string,"written_change": string }; Returns: Json
                           },
"release_sign_in":
{ Args: { "let_in": (string)[],"reason": string,"task": string }; Returns: undefined
                           },
"release_task":
{ Args: { "task": string }; Returns: undefined
                           },
"remind_of_commitments":
{ Args: Record<PropertyKey, never>; Returns: number
                           },
"remove_login":
{ Args: { "customer": string,"login": string }; Returns: undefined
                           },
"rename_department":
{ Args: { "code": string,"name": string }; Returns: undefined
                           },
"replay_failed_webhooks":
{ Args: { "endpoint": string,"since": string }; Returns: number
                           },
"replay_webhook":
{ Args: { "delivery": string,"endpoint": string }; Returns: undefined
                           },
"request_code":
{ Args: { "email": string,"locale": string }; Returns: Json
                           },
"request_erasure":
{ Args: { "customer": string }; Returns: undefined
                           },
"require_second_step":
{ Args: { "required": boolean }; Returns: undefined
                           },
"resend_proof_code":
{ Args: { "locale": string,"proof": string }; Returns: Json
                           },
"reverse_update":
{ Args: { "account": string,"reference": string,"request": string,"word_of": string }; Returns: Json
                           },
"review_link":
{ Args: { "link": string,"token": string }; Returns: Json
                           },
"revoke_token":
{ Args: { "token": string }; Returns: undefined
                           },
"rotate_webhook":
{ Args: { "endpoint": string }; Returns: undefined
                           },
"save_caller_policy":
{ Args: { "policy": Json }; Returns: undefined
                           },
"save_details":
{ Args: { "changes": Json,"customer": string,"request": string }; Returns: Json
                           },
"save_note":
{ Args: { "draft": string,"note": Json,"tab": string,"version": number }; Returns: Json
                           },
"save_wishes":
{ Args: { "contact_by": string,"customer": string,"locale": string,"reminders": boolean }; Returns: undefined
                           },
"send_caller_code":
{ Args: { "account": string,"address": string }; Returns: Json
                           },
"send_reminders":
{ Args: { "customers": (string)[] }; Returns: Json
                           },
"set_language":
{ Args: { "locale": string }; Returns: undefined
                           },
"set_staff_active":
{ Args: { "active": boolean,"member": string }; Returns: undefined
                           },
"settle_commitment":
{ Args: { "act": string,"commitment": string,"reason"?: string }; Returns: undefined
                           },
"settle_written_change":
{ Args: { "account": string,"changes": Json,"request": string,"seen": Json,"written_change": string }; Returns: Json
                           },
"show_caller_pin":
{ Args: { "customer": string,"pin_hmac": string }; Returns: Json
                           },
"staff_add":
{ Args: { "department"?: string,"email": string,"locale"?: string,"name": string,"role": Database["public"]['Enums']["staff_role"] }; Returns: string
                           },
"start_note":
{ Args: { "account": string,"channel"?: Database["public"]['Enums']["channel"],"direction"?: string }; Returns: string
                           },
"stop_by_link":
{ Args: { "link": string,"token": string }; Returns: undefined
                           },
"stop_link":
{ Args: { "link": string,"token": string }; Returns: Json
                           },
"switch_webhook":
{ Args: { "endpoint": string,"turn_on": boolean }; Returns: undefined
                           },
"take_concern":
{ Args: { "reference": string }; Returns: undefined
                           },
"take_data":
{ Args: { "customer": string,"format": string }; Returns: Json
                           },
"take_over_note":
{ Args: { "draft": string }; Returns: string
                           },
"test_webhook":
{ Args: { "endpoint": string }; Returns: undefined
                           },
"time_note":
{ Args: { "act": string,"draft": string }; Returns: Json
                           },
"token_add":
{ Args: { "name": string,"scope": string,"token_hash": string }; Returns: string
                           },
"token_revoke":
{ Args: { "name": string }; Returns: boolean
                           },
"try_activation":
{ Args: { "account": string,"code_hash": string,"email": string,"locale": string }; Returns: Json
                           },
"type_note":
{ Args: { "channel": Database["public"]['Enums']["channel"],"direction": string,"draft": string,"fields": Json,"tab": string,"version": number }; Returns: Json
                           },
"undo_by_link":
{ Args: { "link": string,"token": string }; Returns: undefined
                           },
"undo_link":
{ Args: { "link": string,"token": string }; Returns: Json
                           },
"watch_admit":
{ Args: { "token_hash": string }; Returns: undefined
                           },
"watch_migrations":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"watch_queues":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"watch_report":
{ Args: { "figures": Json,"kind": string,"leaving"?: boolean,"minute": string,"process": string,"release": string }; Returns: undefined
                           },
"webhook_claim":
{ Args: { "busy": (string)[],"lease_seconds": number,"per_endpoint": number }; Returns: Json
                           },
"webhook_endpoint":
{ Args: { "endpoint": string }; Returns: Json
                           },
"webhook_forget":
{ Args: Record<PropertyKey, never>; Returns: number
                           },
"webhook_mark":
{ Args: { "endpoint": string,"results": Json }; Returns: number
                           },
"withdraw_erasure":
{ Args: { "customer": string }; Returns: undefined
                           },
"withdraw_invitation":
{ Args: { "customer": string,"invitation": string }; Returns: undefined
                           },
"write_on_concern":
{ Args: { "body": string,"customer": string,"reference": string,"request": string }; Returns: Json
                           },
"written_change_to_check":
{ Args: { "written_change": string }; Returns: Json
                           },
"written_change_to_settle":
{ Args: { "written_change": string }; Returns: Json
                           },
"written_changes_queue":
{ Args: Record<PropertyKey, never>; Returns: Json
                           }
          }
          Enums: {
            "channel": "online"|"phone"|"invoice"|"form"|"letter"|"fax"|"email"|"chat"|"in_person"|"import","customer_kind": "person"|"company","detail_kind": "name"|"billing_address"|"shipping_address"|"phone"|"fax"|"email","staff_role": "agent"|"outreach"|"supervisor"|"admin"
          }
          CompositeTypes: {
            [_ in never]: never
          }
        }
}

type DatabaseWithoutInternals = Omit<Database, '__InternalSupabase'>

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, "public">]

export type Tables<
  DefaultSchemaTableNameOrOptions extends
    | keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
        DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])
    : never = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
      DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])[TableName] extends {
      Row: infer R
    }
    ? R
    : never
  : DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
  ? (DefaultSchema["Tables"] & DefaultSchema["Views"])[DefaultSchemaTableNameOrOptions] extends {
      Row: infer R
    }
    ? R
    : never
  : never

export type TablesInsert<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Insert: infer I
    }
    ? I
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
  ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
      Insert: infer I
    }
    ? I
    : never
  : never

export type TablesUpdate<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Update: infer U
    }
    ? U
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
  ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
      Update: infer U
    }
    ? U
    : never
  : never

export type Enums<
  DefaultSchemaEnumNameOrOptions extends
    | keyof DefaultSchema["Enums"]
    | { schema: keyof DatabaseWithoutInternals },
  EnumName extends DefaultSchemaEnumNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"]
    : never = never
> = DefaultSchemaEnumNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"][EnumName]
  : DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema["Enums"]
  ? DefaultSchema["Enums"][DefaultSchemaEnumNameOrOptions]
  : never

export type CompositeTypes<
  PublicCompositeTypeNameOrOptions extends
    | keyof DefaultSchema["CompositeTypes"]
    | { schema: keyof DatabaseWithoutInternals },
  CompositeTypeName extends PublicCompositeTypeNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"]
    : never = never
> = PublicCompositeTypeNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"][CompositeTypeName]
  : PublicCompositeTypeNameOrOptions extends keyof DefaultSchema["CompositeTypes"]
  ? DefaultSchema["CompositeTypes"][PublicCompositeTypeNameOrOptions]
  : never

export const Constants = {
  "public": {
          Enums: {
            "channel": ["online", "phone", "invoice", "form", "letter", "fax", "email", "chat", "in_person", "import"],"customer_kind": ["person", "company"],"detail_kind": ["name", "billing_address", "shipping_address", "phone", "fax", "email"],"staff_role": ["agent", "outreach", "supervisor", "admin"]
          }
        }
} as const
