// SPDX-License-Identifier: Apache-2.0
#ifndef MOTCUA_CPOSTGRES_SHIM_H
#define MOTCUA_CPOSTGRES_SHIM_H

#include <postgresql/libpq-fe.h>

// What Swift cannot see: the fields of an error are named by character literals behind macros.

static inline const char *cpostgres_sqlstate(const PGresult *result) { return PQresultErrorField(result, PG_DIAG_SQLSTATE); }
static inline const char *cpostgres_severity(const PGresult *result) { return PQresultErrorField(result, PG_DIAG_SEVERITY_NONLOCALIZED); }
static inline const char *cpostgres_primary(const PGresult *result) { return PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY); }
static inline const char *cpostgres_detail(const PGresult *result) { return PQresultErrorField(result, PG_DIAG_MESSAGE_DETAIL); }
static inline const char *cpostgres_table(const PGresult *result) { return PQresultErrorField(result, PG_DIAG_TABLE_NAME); }
static inline const char *cpostgres_constraint(const PGresult *result) { return PQresultErrorField(result, PG_DIAG_CONSTRAINT_NAME); }

#endif
