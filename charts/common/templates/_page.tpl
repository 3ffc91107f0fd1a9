{{/*
Where people open the page: the first name of the gateway's Ingress or HTTPRoute, else this machine, by the port-forward of
common.page.forward. Takes the values of the gateway. Whether a route is by https is a matter of its Gateway's listeners,
which nothing here knows: it is taken for granted.
*/}}
{{- define "common.page.address" -}}
{{- $host := include "common.page.ingressHost" . -}}
{{- $routed := include "common.page.routeHost" . -}}
{{- if $host -}}
{{- $secured := list -}}
{{- range .ingress.tls }}{{ $secured = concat $secured (.hosts | default (list $host)) }}{{ end -}}
{{- $anyBeside := regexReplaceAll `^[^.]+` $host "*" -}}
{{ ternary "https" "http" (or (has $host $secured) (has $anyBeside $secured)) }}://{{ $host }}/
{{- else if $routed -}}
https://{{ $routed }}/
{{- else -}}
http://127.0.0.1:4100/
{{- end -}}
{{- end }}

{{/* The first name among hosts that can be asked, which *.example.org cannot; empty without one. Takes the hosts. */}}
{{- define "common.page.firstHost" -}}
{{- $names := list -}}
{{- range . }}{{ if not (hasPrefix "*" .) }}{{ $names = append $names . }}{{ end }}{{ end -}}
{{- first $names | default "" -}}
{{- end }}

{{/* The host by which an Ingress leads to it; empty where none does. Takes the values of the gateway. */}}
{{- define "common.page.ingressHost" -}}
{{- if .ingress.enabled }}{{ include "common.page.firstHost" .ingress.hosts }}{{ end -}}
{{- end }}

{{/* The same by an HTTPRoute. */}}
{{- define "common.page.routeHost" -}}
{{- if .httpRoute.enabled }}{{ include "common.page.firstHost" .httpRoute.hostnames }}{{ end -}}
{{- end }}

{{/* Whether an Ingress or HTTPRoute leads to it by a name; empty where none does. Takes the values of the gateway. */}}
{{- define "common.page.isRouted" -}}
{{- if or (include "common.page.ingressHost" .) (include "common.page.routeHost" .) -}}true{{- end -}}
{{- end }}

{{/* The command that opens the way to it; empty where none is needed. Takes namespace, name and values of the gateway. */}}
{{- define "common.page.forward" -}}
{{- if not (include "common.page.isRouted" .values) -}}
kubectl --namespace {{ .namespace }} port-forward service/{{ .name }} 4100:{{ .values.service.port }}
{{- end -}}
{{- end }}
