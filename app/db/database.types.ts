
export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[]

export type Database = {
  
  "public": {
          Tables: {
            "contact_detail_values": {
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
      foreignKeyName: "a_value_comes_from_an_update"
      columns: ["update_id"]
isOneToOne: false
      referencedRelation: "updates"
      referencedColumns: ["id"]
    },{
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
                    "account_number": string,"birth_date": string | null,"contact_by": string,"country": string,"created_at": string,"id": string,"kind": Database["public"]['Enums']["customer_kind"],"locale": string,"reminders_opt_out": boolean,"yearly_spend": number
                  }
                  ComputedFields: never
                  Insert: {
                    "account_number": string,"birth_date"?: string | null,"contact_by"?: string,"country": string,"created_at"?: string,"id"?: string,"kind": Database["public"]['Enums']["customer_kind"],"locale"?: string,"reminders_opt_out"?: boolean,"yearly_spend"?: number
                  }
                  Update: {
                    "account_number"?: string,"birth_date"?: string | null,"contact_by"?: string,"country"?: string,"created_at"?: string,"id"?: string,"kind"?: Database["public"]['Enums']["customer_kind"],"locale"?: string,"reminders_opt_out"?: boolean,"yearly_spend"?: number
                  }
                  Relationships: [
                    
                  ]
                },"departments": {
                  Row: {
                    "code": string,"id": number
                  }
                  ComputedFields: never
                  Insert: {
                    "code": string,"id"?: never
                  }
                  Update: {
                    "code"?: string,"id"?: never
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
                    "created_at": string,"customer_id": string,"email": string,"ended_at": string | null,"frozen_at": string | null,"id": string,"name": string,"origin": string,"role": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"customer_id": string,"email": string,"ended_at"?: string | null,"frozen_at"?: string | null,"id"?: string,"name"?: string,"origin": string,"role": string
                  }
                  Update: {
                    "created_at"?: string,"customer_id"?: string,"email"?: string,"ended_at"?: string | null,"frozen_at"?: string | null,"id"?: string,"name"?: string,"origin"?: string,"role"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "logins_customer_id_fkey"
      columns: ["customer_id"]
isOneToOne: false
      referencedRelation: "customers"
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
                    "customer_id": string,"id": number,"staff_id": string,"viewed_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "customer_id": string,"id"?: never,"staff_id": string,"viewed_at"?: string
                  }
                  Update: {
                    "customer_id"?: string,"id"?: never,"staff_id"?: string,"viewed_at"?: string
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
                    "after": Json | null,"before": Json | null,"detail_id": string,"id": number,"kind": Database["public"]['Enums']["detail_kind"],"label": string | null,"op": string,"update_id": string,"version": number
                  }
                  ComputedFields: never
                  Insert: {
                    "after"?: Json | null,"before"?: Json | null,"detail_id": string,"id"?: never,"kind": Database["public"]['Enums']["detail_kind"],"label"?: string | null,"op": string,"update_id": string,"version": number
                  }
                  Update: {
                    "after"?: Json | null,"before"?: Json | null,"detail_id"?: string,"id"?: never,"kind"?: Database["public"]['Enums']["detail_kind"],"label"?: string | null,"op"?: string,"update_id"?: string,"version"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "update_items_detail_id_fkey"
      columns: ["detail_id"]
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
                    "actor_login": string | null,"actor_staff": string | null,"channel": Database["public"]['Enums']["channel"],"customer_id": string,"id": string,"identified_by": string | null,"occurred_at": string,"reference": string,"request_id": string,"written_change_id": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "actor_login"?: string | null,"actor_staff"?: string | null,"channel": Database["public"]['Enums']["channel"],"customer_id": string,"id"?: string,"identified_by"?: string | null,"occurred_at"?: string,"reference": string,"request_id": string,"written_change_id"?: string | null
                  }
                  Update: {
                    "actor_login"?: string | null,"actor_staff"?: string | null,"channel"?: Database["public"]['Enums']["channel"],"customer_id"?: string,"id"?: string,"identified_by"?: string | null,"occurred_at"?: string,"reference"?: string,"request_id"?: string,"written_change_id"?: string | null
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
            "accept_email":
{ Args: { "proof": string }; Returns: Json
                           },
"account_history":
{ Args: { "before"?: string,"customer": string }; Returns: Json
                           },
"account_overview":
{ Args: { "customer": string }; Returns: Json
                           },
"account_update":
{ Args: { "customer": string,"reference": string }; Returns: Json
                           },
"check_written_change":
{ Args: { "account": string,"changes": Json,"request": string,"written_change": string }; Returns: Json
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
"correct_on_call":
{ Args: { "account": string,"changes": Json,"identified_by": string,"request": string }; Returns: Json
                           },
"count_code_try":
{ Args: { "email": string,"proof"?: string,"request"?: string }; Returns: Json
                           },
"decide_on_mail":
{ Args: { "mail": string,"send_again": boolean }; Returns: undefined
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
"desk_search":
{ Args: { "query": string }; Returns: Json
                           },
"desk_tasks":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"email_proof":
{ Args: { "proof": string }; Returns: Json
                           },
"freeze_link":
{ Args: { "link": string,"token": string }; Returns: Json
                           },
"freeze_sign_in":
{ Args: { "link": string,"token": string }; Returns: undefined
                           },
"key_written_change":
{ Args: { "account": string,"changes": Json,"channel": Database["public"]['Enums']["channel"],"document_number": string,"received_on": string,"request": string }; Returns: Json
                           },
"keying_customer":
{ Args: { "account": string }; Returns: Json
                           },
"my_access":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"outbox_arm_link":
{ Args: { "id": string,"lease": string,"token_hash": string }; Returns: boolean
                           },
"outbox_claim":
{ Args: { "batch": number,"lease_seconds": number }; Returns: Json
                           },
"outbox_mark":
{ Args: { "error"?: string,"id": string,"lease": string,"outcome": string,"provider_id"?: string,"retry_seconds"?: number }; Returns: boolean
                           },
"outreach_queue":
{ Args: { "after_customer"?: string,"after_rank"?: number }; Returns: Json
                           },
"reject_written_change":
{ Args: { "reason": string,"written_change": string }; Returns: Json
                           },
"request_code":
{ Args: { "email": string,"locale": string }; Returns: Json
                           },
"resend_proof_code":
{ Args: { "locale": string,"proof": string }; Returns: Json
                           },
"save_details":
{ Args: { "changes": Json,"customer": string,"request": string }; Returns: Json
                           },
"send_reminders":
{ Args: { "customers": (string)[] }; Returns: Json
                           },
"set_language":
{ Args: { "locale": string }; Returns: undefined
                           },
"settle_written_change":
{ Args: { "account": string,"changes": Json,"request": string,"seen": Json,"written_change": string }; Returns: Json
                           },
"staff_add":
{ Args: { "department"?: string,"email": string,"locale"?: string,"name": string,"role": Database["public"]['Enums']["staff_role"] }; Returns: string
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
