{{/*
What somebody does once a service is installed: watch it, open a way to it, and ask it. Takes root, path and the scope
that reads it. Where reading is closed, the question shows a token.
*/}}
{{- define "common.notes.ask" -}}
{{- $namespace := .root.Release.Namespace -}}
{{- $name := include "common.fullname" .root -}}
{{- $closed := eq .root.Values.global.auth.reads "closed" -}}
{{ .root.Chart.Name }} is on its way. Watch it, then ask it{{ if $closed }}, with a token for {{ .scope }} in TOKEN{{ end }}:

  kubectl --namespace {{ $namespace }} rollout status deployment/{{ $name }}
  kubectl --namespace {{ $namespace }} port-forward service/{{ $name }} 4100:{{ .root.Values.service.port }}
  curl --fail {{ if $closed }}--header "Authorization: Bearer $TOKEN" {{ end }}'http://127.0.0.1:4100{{ .path }}'
{{- include "common.notes.locked" .root }}
{{- end }}

{{/* Says that nobody can show a token, where that is so; begins with an empty line. Takes the root. */}}
{{- define "common.notes.locked" -}}
{{- with .Values.global.auth -}}
{{- if not (or .issuer .demoKey.enabled) }}

There is neither global.auth.issuer nor a demo key: nobody can show a token, so every change{{ if eq .reads "closed" }} and every question{{ end }} is refused.
{{- end -}}
{{- end -}}
{{- end }}

{{/* How to find the address of the gateway's load balancer; begins with an empty line. Takes namespace, name, values. */}}
{{- define "common.notes.loadBalancer" -}}
{{- if eq .values.service.type "LoadBalancer" }}

The cluster gives it an address of its own, too:

  kubectl --namespace {{ .namespace }} get service {{ .name }} --output jsonpath='{.status.loadBalancer.ingress[0]}'
{{- end -}}
{{- end }}
