{{/* What a schema cannot say of an Ingress. Takes ingress of the values. */}}
{{- define "gateway.checks.ingress" -}}
{{- if and (eq .path "/*") (ne .pathType "ImplementationSpecific") -}}
{{- fail (printf "ingress.path /* is for an ingress.pathType of ImplementationSpecific, not for %s, of which it is a path with a star" .pathType) -}}
{{- end -}}
{{- if and .className (hasKey (.annotations | default dict) "kubernetes.io/ingress.class") -}}
{{- fail "ingress.annotations has kubernetes.io/ingress.class, and Kubernetes takes no Ingress that has ingress.className as well: leave one out" -}}
{{- end -}}
{{- end }}

{{/* Everything of a host goes to the gateway. */}}
{{- define "gateway.ingressPaths" -}}
http:
  paths:
    - path: {{ .Values.ingress.path | quote }}
      pathType: {{ .Values.ingress.pathType }}
      backend:
        service:
          name: {{ include "common.fullname" . }}
          port: { name: http }
{{- end }}

{{/* A time of the Gateway API (GEP-2257), like 1m30s, in milliseconds; 0 where there is none, or no limit. */}}
{{- define "gateway.milliseconds" -}}
{{- $units := dict "h" 3600000 "m" 60000 "s" 1000 "ms" 1 -}}
{{- $sum := 0 -}}
{{- range regexFindAll "[0-9]+(ms|h|m|s)" . -1 -}}
{{- $unit := regexFind "[a-z]+$" . -}}
{{- $sum = add $sum (mul (trimSuffix $unit . | int) (get $units $unit)) -}}
{{- end -}}
{{- $sum -}}
{{- end }}
